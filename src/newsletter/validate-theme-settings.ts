import { VFile } from 'vfile'
import type { Settings } from '../settings.ts'
import type { Themes } from '../theme/themes.ts'
import { mergeTokenNames } from '../theme/token-names.ts'
import { findUsedTokens } from '../theme/token-types.ts'
import { validateTokens } from '../theme/validate-tokens.ts'
import type { Matter } from '../types.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'

/**
 * Validates the design tokens in the config's `theme` against those of the templates that issues use.
 * @param file the config's file; messages have a place in YAML and JSON only
 */
export function validateThemeSettings(
  { theme: tokens, template }: Settings,
  file: VFile,
  themes: Themes,
  issues: readonly { matter: Matter }[],
): void {
  if (Object.keys(tokens).length === 0) return
  const names = new Set([template, ...issues.map(({ matter }) => matter.template)])
  const usedThemes = [...names].flatMap((name) => themes.get(name) ?? [])
  if (usedThemes.length === 0) return
  const sources = new Set(usedThemes.flatMap(({ files }) => [...files.values()]))
  validateTokens(tokens, file, {
    ruleId: 'config',
    defaults: Object.assign({}, ...usedThemes.map(({ tokenDefaults }) => tokenDefaults)),
    used: findUsedTokens([...sources].map(String)),
    names: usedThemes
      .map(({ tokenNames }) => tokenNames)
      .reduce((below, above) => mergeTokenNames(below, above), { choices: {}, fonts: {} }),
    below: 'theme',
    // Its syntax errors are reported already.
    placeOf: /\.(?:ya?ml|json)$/.test(file.path)
      ? parseYaml(String(file), new VFile(String(file))).placeOf
      : undefined,
  })
}

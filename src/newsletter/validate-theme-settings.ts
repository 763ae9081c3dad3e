import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Settings } from '../settings.ts'
import type { Themes } from '../theme/themes.ts'
import { mergeTokenNames } from '../theme/token-names.ts'
import { findUsedTokens } from '../theme/token-types.ts'
import { validateMeasures } from '../theme/validate-measures.ts'
import { validateTokens } from '../theme/validate-tokens.ts'
import type { Matter } from '../types.ts'
import { createPlaceFinder } from './find-config-place.ts'

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
  const placeOf = createPlaceFinder(file)
  const hasLogo = usedThemes.some((theme) => theme.tokens.logo)
  if (tokens['logo-dark'] && !hasLogo)
    report(file, 'Missing `theme.logo`, whose place `theme.logo-dark` takes in dark mode', {
      ruleId: 'config',
      place: placeOf?.(['theme', 'logo-dark'], 'key'),
      note: 'A `logo-dark` is shown only in place of a `logo`. If the picture can be seen on light and on dark backgrounds, name it `logo`.',
    })
  const sources = new Set(usedThemes.flatMap(({ files }) => [...files.values()]))
  validateTokens(tokens, file, {
    ruleId: 'config',
    defaults: Object.assign({}, ...usedThemes.map(({ tokenDefaults }) => tokenDefaults)),
    used: findUsedTokens([...sources].map(String)),
    names: usedThemes
      .map(({ tokenNames }) => tokenNames)
      .reduce((below, above) => mergeTokenNames(below, above), { choices: {}, fonts: {} }),
    below: 'theme',
    placeOf,
  })
  for (const theme of usedThemes)
    validateMeasures(tokens, theme.tokens, file, { ruleId: 'config', below: 'theme', placeOf })
}

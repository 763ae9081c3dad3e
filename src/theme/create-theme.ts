import * as v from 'valibot'
import type { VFile } from 'vfile'
import { blockSpecSchema, createBlockSpec } from '../block-spec/block-spec.ts'
import type { CustomBlock, Settings } from '../settings.ts'
import type { BlockSpec } from '../types.ts'
import { overrideCjkFonts } from './cjk-fonts.ts'
import { chooseAccentText, createDarkAccent } from './dark-accent.ts'
import { createEngine } from './engine.ts'
import { parseBlockSpec, reportSecondSpec } from './parse-block-spec.ts'
import { type ParsedThemeFile, parseThemeFile } from './parse-theme-file.ts'
import { removeForeignTexts } from './remove-foreign-texts.ts'
import { baseTemplate, listVersions, type TemplateLayers } from './template-layers.ts'
import type { Theme, Wording } from './theme.ts'
import { expandTokens, mergeTokenNames, resolveReferences, type TokenNames } from './token-names.ts'
import { findUsedTokens, type Tokens } from './token-types.ts'
import { validateTemplateAttributes } from './validate-attributes.ts'
import { validateMeasures } from './validate-measures.ts'
import { validateTokens } from './validate-tokens.ts'
import { mergeWording } from './wording.ts'

/** Blocks of the config by their names. */
type CustomBlocks = Record<string, CustomBlock>

/**
 * Creates a template from its files: design tokens, wording, block specs and the engine. Mistakes are reported on the
 * files.
 * @param name the template's name
 * @param layers its files, including those that it inherits
 * @param settings its `theme` overrides design tokens, and its `blocks` may contain their own specs
 * @param base the template that it inherits from; files that the two share are parsed once
 */
export function createTheme(
  name: string,
  { files, styleSheets }: TemplateLayers,
  { theme: overrides, blocks }: Pick<Settings, 'theme' | 'blocks'>,
  base?: Theme,
): Theme {
  const versions = listOwnVersions('theme.yml', files, base).map((file) => parseThemeFile(file))
  const tokenNames = versions.reduce<TokenNames>(
    (below, version) => mergeTokenNames(below, version.tokenNames),
    base?.tokenNames ?? { choices: {}, fonts: {} },
  )
  const { layers, tokenDefaults } = validateLayers(versions, files, tokenNames, base)
  const tokens = [...layers, overrides].reduce(
    (below, above) => overrideTokens(below, expandTokens(above, tokenNames)),
    base?.tokens ?? {},
  )
  const own = versions.at(-1)
  if (own) {
    const elsewhere = expandTokens(overrides, tokenNames)
    validateMeasures(own.tokens, tokens, own.file, { ruleId: 'theme-token', placeOf: own.placeOf, elsewhere })
  }
  const wording = listOwnVersions('strings.yml', files, base).reduce<Wording>(
    (below, file) => mergeWording(below, file, files),
    base?.wording ?? {},
  )
  for (const [path, file] of files)
    if (path.endsWith('.html') && base?.files.get(path) !== file) validateTemplateAttributes(file)
  const specs = parseBlockSpecs(files, blocks, base)
  removeForeignTexts(files, specs)
  // Without its design tokens, every rule and every template that uses them would report the same mistake again.
  const broken = hasBrokenTokens(files) && !hasAllTokens(tokens, files)
  return {
    name,
    files,
    blocks: specs,
    tokens: resolveReferences(tokens),
    tokenDefaults,
    tokenNames,
    enhancements: Object.assign({}, base?.enhancements, ...versions.map((version) => version.enhancements)),
    styleSheets: broken ? [] : styleSheets,
    has: (path) => files.has(path),
    wording,
    strings: (lang) => ({ ...wording.en, ...wording[lang.split('-')[0] ?? ''], ...wording[lang] }),
    render: broken ? () => '' : createEngine(files),
  }
}

/** The versions of a merged file, the lowest first; none when the template has only what it inherits. */
function listOwnVersions(path: string, files: Map<string, VFile>, base: Theme | undefined): VFile[] {
  const file = files.get(path)
  return file === base?.files.get(path) ? [] : listVersions(file)
}

/**
 * Lays design tokens over others. The accent for dark mode and the colour of text on the accent are derived where only the
 * accent changes, and so are the fonts for Chinese, Japanese and Korean.
 * @returns all tokens
 */
function overrideTokens(below: Tokens, above: Tokens): Tokens {
  const all = { ...below, ...above, ...overrideCjkFonts(below, above) }
  if (above.accent === undefined || above.accent === below.accent) return all
  const derived = {
    'dark-accent': createDarkAccent(above.accent, all['dark-panel']),
    'accent-text': chooseAccentText(above.accent, all.ink),
  }
  for (const [name, value] of Object.entries(derived))
    if (value !== undefined && above[name] === undefined) all[name] = value
  return all
}

/**
 * Validates the tokens of a newsletter's own `theme.yml` against those that it overrides or inherits.
 * @param versions the template's own file and the shipped one below it, parsed
 * @returns the versions' valid tokens, and the default of each token
 */
function validateLayers(
  versions: ParsedThemeFile[],
  files: Map<string, VFile>,
  names: TokenNames,
  base: Theme | undefined,
): { layers: Tokens[]; tokenDefaults: Tokens } {
  const own = versions.at(-1)
  const below = versions.slice(0, -1).map(({ tokens }) => tokens)
  const expanded = below.map((tokens) => expandTokens(tokens, names))
  const defaults: Tokens = Object.assign({}, ...expanded, base?.tokenDefaults)
  if (!own) return { layers: [], tokenDefaults: defaults }
  const tokenDefaults = { ...expandTokens(own.tokens, names), ...defaults }
  if (!base && below.length === 0) return { layers: [own.tokens], tokenDefaults }
  const used = findUsedTokens([...files.values()].map(String))
  const { file, placeOf } = own
  const valid = validateTokens(own.tokens, file, { ruleId: 'theme-token', defaults, used, names, placeOf })
  return { layers: [...below, valid], tokenDefaults }
}

/** Whether a `theme.yml` of the template, or of the one that it inherits from, has errors. */
function hasBrokenTokens(files: Map<string, VFile>): boolean {
  return [files.get('theme.yml'), files.get(`../${baseTemplate}/theme.yml`)].some((file) =>
    file?.messages.some(({ fatal }) => fatal),
  )
}

/** Whether every token that the template's style sheets and templates use has a value. */
function hasAllTokens(tokens: Tokens, files: Map<string, VFile>): boolean {
  const sources = [...files].filter(([path]) => !path.endsWith('.yml')).map(([, file]) => String(file))
  return [...findUsedTokens(sources)].every((name) => Object.hasOwn(tokens, name))
}

function parseBlockSpecs(
  files: Map<string, VFile>,
  custom: CustomBlocks,
  base: Theme | undefined,
): Map<string, BlockSpec> {
  const specs = new Map<string, BlockSpec>()
  for (const [path, file] of files) {
    const name = /^blocks\/([^/]+)\.html$/.exec(path)?.[1]
    if (!name) continue
    const inherited = base?.files.get(path) === file ? base.blocks.get(name) : undefined
    specs.set(name, inherited ?? resolveBlockSpec(name, file, custom))
  }
  return specs
}

/** The spec in the head of the block's template, or the one that the config's block has in code. */
function resolveBlockSpec(name: string, file: VFile, custom: CustomBlocks): BlockSpec {
  const spec = Object.hasOwn(custom, name) ? custom[name]?.spec : undefined
  if (!spec) return parseBlockSpec(name, file)
  reportSecondSpec(name, file)
  return createBlockSpec(name, v.parse(blockSpecSchema, spec))
}

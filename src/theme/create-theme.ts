import * as v from 'valibot'
import { VFile } from 'vfile'
import { blockSpecSchema, createBlockSpec } from '../block-spec/block-spec.ts'
import type { CustomBlock, Settings } from '../settings.ts'
import type { BlockSpec } from '../types.ts'
import { parseYaml, type Yaml } from '../yaml/parse-yaml.ts'
import { validate } from '../yaml/validate.ts'
import { createDarkAccent } from './dark-accent.ts'
import { createEngine } from './engine.ts'
import { parseBlockSpec, reportSecondSpec } from './parse-block-spec.ts'
import type { Strings, Theme } from './theme.ts'
import { findUsedTokens, type Tokens } from './token-types.ts'
import { validateTemplateAttributes } from './validate-attributes.ts'
import { validateTokens } from './validate-tokens.ts'

/** Blocks of the config by their names. */
type CustomBlocks = Record<string, CustomBlock>

const token = v.union([v.string(), v.number()], 'text or a number')
const tokensSchema = v.record(v.string(), token)
const reason = 'a text: why the email is right where it is missing'
const enhancementsSchema = v.record(v.string(), v.pipe(v.string(reason), v.nonEmpty(reason)))
const stringsSchema = v.record(v.string(), v.record(v.string(), v.string('text')))

/**
 * Creates a template from its files: design tokens, wording, block specs and the engine. Mistakes are reported on the
 * files.
 * @param name the template's name
 * @param files its files under their paths in the template, including those that it inherits
 * @param settings its `theme` overrides design tokens, and its `blocks` may contain their own specs
 * @param base the template that it inherits from; files that the two share are parsed once
 */
export function createTheme(
  name: string,
  files: Map<string, VFile>,
  { theme: overrides, blocks }: Pick<Settings, 'theme' | 'blocks'>,
  base?: Theme,
): Theme {
  const own = parseTheme(files.get('theme.yml'))
  const tokens = addDarkAccent({ ...base?.tokens, ...own.tokens }, overrides)
  // Without design tokens every rule and every template would report the same mistake again.
  const broken = files.get('theme.yml')?.messages.some(({ fatal }) => fatal) ?? false
  const tokenDefaults = validateOwnTokens(own, files, base)
  const wording = files.get('strings.yml')
  for (const [path, file] of files)
    if (path.endsWith('.html') && base?.files.get(path) !== file) validateTemplateAttributes(file)
  return {
    name,
    files,
    blocks: parseBlockSpecs(files, blocks, base),
    tokens,
    tokenDefaults,
    enhancements: { ...base?.enhancements, ...own.enhancements },
    css: broken ? '' : String(files.get('style.css') ?? ''),
    has: (path) => files.has(path),
    strings: base && base.files.get('strings.yml') === wording ? base.strings : parseStrings(wording),
    render: broken ? () => '' : createEngine(files),
  }
}

/** Derives the accent for dark mode when the config changes the accent and does not set one for dark mode. */
function addDarkAccent(tokens: Tokens, overrides: Tokens): Tokens {
  const all = { ...tokens, ...overrides }
  if (overrides.accent === undefined || overrides.accent === tokens.accent || overrides['dark-accent'])
    return all
  const derived = createDarkAccent(overrides.accent, all['dark-panel'])
  return derived === undefined ? all : { ...all, 'dark-accent': derived }
}

/**
 * Validates the tokens of a newsletter's own `theme.yml` against those that it replaces or inherits.
 * @returns the default of each token
 */
function validateOwnTokens(own: ParsedTheme, files: Map<string, VFile>, base: Theme | undefined): Tokens {
  const file = files.get('theme.yml')
  const shipped = file?.data.shipped
  const defaults = {
    ...(shipped instanceof VFile && parseTheme(shipped).tokens),
    ...base?.tokenDefaults,
  }
  if (file && file !== base?.files.get('theme.yml') && (base || shipped)) {
    const used = findUsedTokens([...files.values()].map(String))
    validateTokens(own.tokens, file, { ruleId: 'theme-token', defaults, used, placeOf: own.placeOf })
  }
  return { ...own.tokens, ...defaults }
}

interface ParsedTheme extends Pick<Theme, 'tokens' | 'enhancements'> {
  placeOf?: Yaml['placeOf']
}

/** Parses a template's `theme.yml`: design tokens, and the map `enhancements`. */
function parseTheme(file: VFile | undefined): ParsedTheme {
  if (!file) return { tokens: {}, enhancements: {} }
  const yaml = parseYaml(String(file), file)
  const { value, placeOf } = yaml
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  const { enhancements, ...tokens } = (isMap ? value : {}) as Record<string, unknown>
  const enhancementsYaml: Yaml = {
    value: enhancements,
    placeOf: (path, part) => placeOf(['enhancements', ...path], part),
  }
  return {
    placeOf,
    tokens: validate(tokensSchema, isMap ? { value: tokens, placeOf } : yaml, file, {
      ruleId: 'theme-token',
      subject: 'theme',
    }) as Tokens,
    enhancements: validate(enhancementsSchema, enhancementsYaml, file, {
      ruleId: 'theme-enhancement',
      subject: '`enhancements`',
    }) as Record<string, string>,
  }
}

function parseStrings(file: VFile | undefined): Theme['strings'] {
  if (!file) return () => ({})
  const yaml = parseYaml(String(file), file)
  const all: Record<string, Strings | undefined> = validate(stringsSchema, yaml, file, {
    ruleId: 'theme-strings',
    subject: 'wording',
  })
  return (lang) => ({ ...all.en, ...all[lang.split('-')[0] ?? ''], ...all[lang] })
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

import * as v from 'valibot'
import type { VFile } from 'vfile'
import type { BlockSpec } from '../issue.ts'
import { hold } from '../yaml/hold.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { toEngine } from './engine.ts'
import { splitHead } from './split-head.ts'
import type { Strings, Theme } from './theme.ts'
import { toBlockSpec } from './to-block-spec.ts'

/** Design tokens by their name. */
type Tokens = Record<string, string | number>

const token = v.union([v.string(), v.number()], 'text or a number')
const tokensSchema = v.record(v.string(), token)
const stringsSchema = v.record(v.string(), v.record(v.string(), v.string('text')))

/**
 * A template from its files: tokens, wording, block specs, and the engine. Complaints ride on the files.
 * @param name the template's name
 * @param files its files under their paths in the template, those it inherits among them
 * @param overrides design tokens of the config
 * @param defaults design tokens that its `theme.yml` need not name
 */
export function toTheme(
  name: string,
  files: Map<string, VFile>,
  overrides: Tokens,
  defaults: Tokens = {},
): Theme {
  const tokens = { ...defaults, ...readTokens(files.get('theme.yml')), ...overrides }
  // Without its tokens every rule and template would complain in its turn, and all of the same mistake.
  const broken = files.get('theme.yml')?.messages.some(({ fatal }) => fatal) ?? false
  const strings = readStrings(files.get('strings.yml'))
  return {
    name,
    files,
    blocks: toBlockSpecs(files),
    tokens,
    css: broken ? '' : String(files.get('style.css') ?? ''),
    has: (path) => files.has(path),
    strings: (lang) => ({ ...strings.en, ...strings[lang.split('-')[0] ?? ''], ...strings[lang] }),
    draw: broken ? () => '' : toEngine(files),
  }
}

function readTokens(file: VFile | undefined): Tokens {
  if (!file) return {}
  const yaml = parseYaml(String(file), file)
  return hold(tokensSchema, yaml, file, { ruleId: 'theme-token', subject: 'theme' }) as Record<
    string,
    string | number
  >
}

function readStrings(file: VFile | undefined): Record<string, Strings> {
  if (!file) return {}
  const yaml = parseYaml(String(file), file)
  return hold(stringsSchema, yaml, file, { ruleId: 'theme-strings', subject: 'wording' }) as Record<
    string,
    Strings
  >
}

function toBlockSpecs(files: Map<string, VFile>): Map<string, BlockSpec> {
  const specs = new Map<string, BlockSpec>()
  for (const [path, file] of files) {
    const name = /^blocks\/([^/]+)\.html$/.exec(path)?.[1]
    if (name) specs.set(name, toBlockSpec(name, file, splitHead(file).head))
  }
  return specs
}

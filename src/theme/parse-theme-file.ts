import * as v from 'valibot'
import type { VFile } from 'vfile'
import type { Yaml } from '../yaml/parse-yaml.ts'
import { validate } from '../yaml/validate.ts'
import { parseTemplateYaml } from './parse-template-yaml.ts'
import type { Theme } from './theme.ts'
import type { TokenNames } from './token-names.ts'
import type { Tokens } from './token-types.ts'

const token = v.union([v.string(), v.number()], 'text or a number')
const tokensSchema = v.record(v.string(), token)
const reason = 'a text: why the email is right where it is missing'
const enhancementsSchema = v.record(v.string(), v.pipe(v.string(reason), v.nonEmpty(reason)))

const fontsReason = 'names of fonts with commas between them, such as `"Georgia,serif"`'
const fontsSchema = v.record(v.string(), v.pipe(v.string(fontsReason), v.nonEmpty(fontsReason)))
const choicesSchema = v.record(
  v.string(),
  v.record(v.string(), v.record(v.string(), token, 'a map of design tokens'), 'a map of values'),
)

/** What one `theme.yml` declares. */
export interface ParsedThemeFile extends Pick<Theme, 'tokens' | 'tokenNames' | 'enhancements'> {
  file: VFile
  placeOf: Yaml['placeOf']
}

/** Parses a `theme.yml`: design tokens, and the maps `choices`, `fonts` and `enhancements`. Mistakes are reported on the file. */
export function parseThemeFile(file: VFile): ParsedThemeFile {
  const yaml = parseTemplateYaml(file)
  const { value, placeOf } = yaml
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  const { enhancements, choices, fonts, ...tokens } = (isMap ? value : {}) as Record<string, unknown>
  const options = { ruleId: 'theme-token', subject: 'theme' } as const
  const below = (key: string, map: unknown): Yaml => ({
    value: map,
    placeOf: (path, part) => placeOf([key, ...path], part),
  })
  return {
    file,
    placeOf,
    tokens: validate(tokensSchema, isMap ? { value: tokens, placeOf } : yaml, file, options) as Tokens,
    tokenNames: {
      choices: validate(choicesSchema, below('choices', choices), file, {
        ...options,
        subject: '`choices`',
      }) as TokenNames['choices'],
      fonts: validate(fontsSchema, below('fonts', fonts), file, {
        ...options,
        subject: '`fonts`',
      }) as TokenNames['fonts'],
    },
    enhancements: validate(enhancementsSchema, below('enhancements', enhancements), file, {
      ruleId: 'theme-enhancement',
      subject: '`enhancements`',
    }) as Record<string, string>,
  }
}

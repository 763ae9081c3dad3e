import * as v from 'valibot'
import type { VFile } from 'vfile'
import type { Yaml } from '../yaml/parse-yaml.ts'
import { validate } from '../yaml/validate.ts'
import { parseTemplateYaml } from './parse-template-yaml.ts'
import type { Theme } from './theme.ts'
import type { Tokens } from './token-types.ts'

const token = v.union([v.string(), v.number()], 'text or a number')
const tokensSchema = v.record(v.string(), token)
const reason = 'a text: why the email is right where it is missing'
const enhancementsSchema = v.record(v.string(), v.pipe(v.string(reason), v.nonEmpty(reason)))

/** What one `theme.yml` declares. */
export interface ParsedThemeFile extends Pick<Theme, 'tokens' | 'enhancements'> {
  file: VFile
  placeOf: Yaml['placeOf']
}

/** Parses a `theme.yml`: design tokens, and the map `enhancements`. Mistakes are reported on the file. */
export function parseThemeFile(file: VFile): ParsedThemeFile {
  const yaml = parseTemplateYaml(file)
  const { value, placeOf } = yaml
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  const { enhancements, ...tokens } = (isMap ? value : {}) as Record<string, unknown>
  const enhancementsYaml: Yaml = {
    value: enhancements,
    placeOf: (path, part) => placeOf(['enhancements', ...path], part),
  }
  return {
    file,
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

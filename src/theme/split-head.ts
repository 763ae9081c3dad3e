import type { VFile } from 'vfile'
import { parseYaml, type Yaml } from '../yaml/parse-yaml.ts'

export interface TemplateSource {
  head: Yaml
  /** The template with the head blanked out, so that lines are lines of the file. */
  body: string
}

/**
 * Takes the YAML head off a block's template; complaints about it ride on the file.
 * @param file a template whose text may begin with a `---` line, YAML, and a `---` line
 */
export function splitHead(file: VFile): TemplateSource {
  const text = String(file)
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/.exec(text)
  if (!match) return { head: parseYaml('', file), body: text }
  const offset = match[0].indexOf('\n') + 1
  const head = parseYaml(match[1] ?? '', file, offset)
  const lines = match[0].split('\n').length - 1
  return { head, body: '\n'.repeat(lines) + text.slice(match[0].length) }
}

import { parse } from 'yaml'
import { formatScalar } from './head-entries.ts'

/** What the placeholders of `issues/_template.md` stand for. */
export interface PlaceholderValues {
  title: string
  /** The day: `2025-01-14`. */
  date: string
  number: string
  subject: string
}

const placeholder = /\{(title|date|number|subject)\}/g

/** Replaces `{title}`, `{date}`, `{number}` and `{subject}` in Markdown. */
export function fillBody(text: string, values: PlaceholderValues): string {
  return text.replace(placeholder, (_, name: keyof PlaceholderValues) => values[name])
}

/**
 * Replaces the placeholders in front matter, so that the result is YAML whatever the title contains: a value with a
 * placeholder is a text, with or without quotation marks around it.
 */
export function fillHead(text: string, values: PlaceholderValues): string {
  return text
    .split('\n')
    .map((line) => fillLine(line, values))
    .join('\n')
}

function fillLine(line: string, values: PlaceholderValues): string {
  const [, start = '', written = ''] = /^(\s*(?:-\s+)?(?:["']?[\w-]+["']?\s*:\s+)?)(.*)$/.exec(line) ?? []
  if (/^\s*#/.test(line) || written.search(placeholder) === -1) return line
  if (/^\{(?:date|number)\}$/.test(written.trim())) return `${start}${fillBody(written, values)}`.trimEnd()
  if (/^\[/.test(written)) return start + fillList(written, values)
  const filled = fillBody(unquote(written), values)
  return filled === '' ? start.trimEnd() : start + formatScalar(filled)
}

/** Fills a list on one line, `[{title}, "no. {number}"]`, whose texts are in quotation marks afterwards. */
function fillList(written: string, values: PlaceholderValues): string {
  return written.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\{(?:title|date|number|subject)\}/g, (text) =>
    text.search(placeholder) === -1 ? text : JSON.stringify(fillBody(unquote(text), values)),
  )
}

/** The text of a value; without quotation marks it is taken as it is, since `{title}` would be a map, and ` #` a comment. */
function unquote(written: string): string {
  const [quoted] = /^"(?:[^"\\]|\\.)*"|^'(?:[^']|'')*'/.exec(written) ?? []
  if (quoted === undefined) return written.trim()
  try {
    return String(parse(quoted))
  } catch {
    return quoted.slice(1, -1)
  }
}

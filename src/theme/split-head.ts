export interface TemplateSource {
  /** The YAML between the `---` lines; empty when there are none. */
  head: string
  /** The offset of the head, in UTF-16 units. */
  offset: number
  /** The template with empty lines instead of the head, so that line numbers are those of the file. */
  body: string
}

/** Splits a template's text into its YAML head and the rest. */
export function splitHead(text: string): TemplateSource {
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/.exec(text)
  if (!match) return { head: '', offset: 0, body: text }
  const lines = match[0].split('\n').length - 1
  return {
    head: match[1] ?? '',
    offset: match[0].indexOf('\n') + 1,
    body: '\n'.repeat(lines) + text.slice(match[0].length),
  }
}

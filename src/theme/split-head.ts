export interface TemplateSource {
  /** The YAML between the `---` lines; empty when there are none. */
  head: string
  /** Where the head begins, in UTF-16 units. */
  offset: number
  /** The template with the head blanked out, so that lines are lines of the file. */
  body: string
}

/** Takes the YAML head off a template's text. */
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

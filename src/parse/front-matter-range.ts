/** The range of an issue's front matter; offsets in UTF-16 units. */
export interface FrontMatterRange {
  /** The offset of its first `---`, after a byte order mark. */
  start: number
  /** The rest of the first line: `yaml`, or empty. */
  language: string
  /** The offsets of the YAML between its lines of dashes. */
  contentStart: number
  contentEnd: number
  /** The offset at which the Markdown begins; that of the end of the text when the front matter is not closed. */
  end: number
  isClosed: boolean
}

/**
 * Finds the front matter as gray-matter does: three dashes at the very beginning, no fourth, up to the next three dashes
 * that begin a line.
 * @param source the text, or one of the same length in which merge tags are tokens
 * @returns `undefined` when the text does not begin with front matter
 */
export function frontMatterRange(source: string): FrontMatterRange | undefined {
  const opening = /^\ufeff?---(?!-)([^\r\n]*)/.exec(source)
  if (!opening) return undefined
  const [line, rest = ''] = opening
  const start = line.indexOf('-')
  const language = rest.trim()
  const contentStart = line.length
  const isClosed = /\n---[ \t]*(?:\r?\n|$)/.test(source.slice(contentStart))
  const contentEnd = isClosed ? source.indexOf('\n---', contentStart) : source.length
  const [close = ''] = /^(?:\n---\r?\n?)?/.exec(source.slice(contentEnd)) ?? []
  return { start, language, contentStart, contentEnd, end: contentEnd + close.length, isClosed }
}

/** Where an issue's front matter stands; offsets in UTF-16 units. */
export interface FrontMatterRange {
  /** Its first `---`, behind a byte order mark. */
  start: number
  /** What stands behind that on the first line: `yaml`, or nothing. */
  language: string
  /** The YAML between its lines of dashes. */
  contentStart: number
  contentEnd: number
  /** Where the Markdown begins; the text's end when nothing closes the front matter. */
  end: number
  isClosed: boolean
}

/**
 * Finds the front matter as gray-matter does: three dashes at the very beginning, no fourth, up to the next three dashes
 * that begin a line.
 * @param source the text, or one of the same length in which merge tags are tokens
 * @returns nothing when the text does not begin with front matter
 */
export function findFrontMatter(source: string): FrontMatterRange | undefined {
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

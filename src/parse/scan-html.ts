/** A tag, a comment or another markup declaration in raw HTML. */
export interface HtmlPart {
  kind: 'start' | 'end' | 'declaration'
  /** The element's name in small letters; the opening of a declaration: `<!--`, `<?`, `<![CDATA[` or `<!X`. */
  name: string
  /** As written, to the end of the text if it has no end. */
  text: string
  /** Its offset in the text. */
  offset: number
  /** What ends it; for a tag it is `>`. */
  end: string
  isEnded: boolean
}

// A quotation mark counts only after `=` (HTML, section 13.2.5 "Tokenization").
const tag = /<(\/?)([a-z][^\s/>]*)(?:[^=>]|=\s*(?:"[^"]*"|'[^']*'|(?=[^\s"'])))*>/iy
const opening = /<(?:!--|!\[CDATA\[|![a-z]|\?|\/?[a-z][^\s/>]*)/gi

/**
 * Finds the tags, comments and declarations in raw HTML.
 * @param html a fragment of HTML, not necessarily well formed
 */
export function scanHtml(html: string): HtmlPart[] {
  const parts: HtmlPart[] = []
  let from = 0
  while (from < html.length) {
    opening.lastIndex = from
    const match = opening.exec(html)
    if (!match) break
    const part = scanPart(match[0], match.index, html)
    parts.push(part)
    from = part.offset + Math.max(part.text.length, 1)
  }
  return parts
}

function scanPart(opener: string, offset: number, html: string): HtmlPart {
  if (/^<[!?]/.test(opener)) return scanDeclaration(opener, offset, html)
  tag.lastIndex = offset
  const text = tag.exec(html)?.[0]
  return {
    kind: opener.startsWith('</') ? 'end' : 'start',
    name: opener.replace(/^<\/?/, '').toLowerCase(),
    text: text ?? html.slice(offset),
    offset,
    end: '>',
    isEnded: text !== undefined,
  }
}

function scanDeclaration(name: string, offset: number, html: string): HtmlPart {
  const end = findEnd(name)
  // `<!-->` and `<!--->` are empty comments.
  const from = name === '<!--' ? offset + 2 : offset + name.length
  const index = html.indexOf(end, from)
  const text = html.slice(offset, index === -1 ? undefined : index + end.length)
  const isEnded = index !== -1 && !isMissed(name, text)
  return { kind: 'declaration', name, text, offset, end, isEnded }
}

/** Whether the end belongs to something else: another comment on a later line, or a tag in `<!X`. */
function isMissed(name: string, text: string): boolean {
  if (name === '<!--') return text.includes('\n') && text.lastIndexOf('<!--') > text.indexOf('\n')
  return name.length === 3 && /.<|\n[^\S\n]*\n/s.test(text)
}

function findEnd(name: string): string {
  if (name === '<!--') return '-->'
  if (name === '<?') return '?>'
  return name.length > 3 ? ']]>' : '>'
}

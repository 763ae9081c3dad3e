/** An attribute as a browser reads it in a start tag. */
export interface ScannedAttribute {
  name: string
  hasValue: boolean
}

const attribute =
  /[\s/]*([^\s/>=][^\s/>=]*|=[^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'][^\s>]*|["'][\s\S]*$)?)?/y

/**
 * Scans a start tag as browsers do (HTML, 13.2.5.8 to 13.2.5.40).
 * @param tag the text from its `<`
 * @returns its attributes, and the offset behind its `>`; `undefined` when it does not end
 */
export function scanStartTag(tag: string): { attributes: ScannedAttribute[]; end: number | undefined } {
  const attributes: ScannedAttribute[] = []
  attribute.lastIndex = /^<[^\s/>]*/.exec(tag)?.[0].length ?? 0
  for (;;) {
    const start = attribute.lastIndex
    const match = attribute.exec(tag)
    if (!match) {
      const end = /^[\s/]*>/.exec(tag.slice(start))?.[0].length
      return { attributes, end: end === undefined ? undefined : start + end }
    }
    attributes.push({ name: (match[1] ?? '').toLowerCase(), hasValue: match[2] !== undefined })
  }
}

/**
 * Whether a browser reads another start tag once its tags are restored: it ends elsewhere, or has an attribute that was
 * in none before. Words of a quoted string in a tag are names without a value, which do nothing.
 * @param before the start tag with tokens
 * @param after the same with tags
 */
export function isOtherStartTag(before: string, after: string): boolean {
  const scanned = scanStartTag(after)
  if (scanned.end !== after.length) return true
  const known = scanStartTag(before).attributes.map(({ name }) => name)
  return scanned.attributes.some(({ name, hasValue }) => {
    const index = known.indexOf(name)
    if (index !== -1) known.splice(index, 1)
    return index === -1 && hasValue && /^[a-z][\w:.-]*$/.test(name)
  })
}

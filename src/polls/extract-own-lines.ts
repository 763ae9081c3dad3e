/** What separates a reply from what it quotes, in any language: `-----Original Message-----`, Outlook's long line. */
const separator = /^\s*(?:[-_=*]{2,}\s*\S.{0,60}?\s*[-_=*]{2,}|[_-]{10,})\s*$/u

/** The start of a copied header, in any language: `From: Ada <ada@example.com>`, then `Sent: …`. */
const copiedSender = /^\s*\*?\p{L}[\p{L} ]{0,20}\s?[:：]\*?\s*\S.*@/u
const copiedField = /^\s*\*?\p{L}[\p{L}\s-]{0,20}\s?[:：]\*?\s*\S/u

/** A quoted line; `|` is what some old programs write. */
const quoted = /^\s*[>＞|]/u

/** The most lines that a program breaks the line before a quotation into. */
const longestIntroduction = 3

/** In characters: what is longer is no vote, and is listed by its beginning. */
const longestLine = 500

/** Below these lines of a reply nobody votes. */
const mostLines = 6

/**
 * Extracts the first lines that the sender of a reply wrote: no quotations, no line that introduces one ("On … wrote:"), no
 * signature (RFC 3676, section 4.3), no empty lines.
 * @param text the whole plaintext
 */
export function extractOwnLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.slice(0, longestLine))
  const own: string[] = []
  for (let index = 0; index < lines.length && own.length < mostLines; index += 1) {
    const line = lines[index] ?? ''
    if (/^-- ?$/.test(line) || separator.test(line) || isCopiedHeader(lines, index)) break
    if (quoted.test(line) || line.trim() === '') continue
    const introduction = countIntroduction(lines, index)
    if (introduction === 0) own.push(line.replace(/\p{Cf}/gu, '').trim())
    else if (!isQuotedAfter(lines, index + introduction)) break
    else index += introduction - 1
  }
  return own.filter((line) => line !== '')
}

function isCopiedHeader(lines: string[], index: number): boolean {
  return copiedSender.test(lines[index] ?? '') && copiedField.test(lines[index + 1] ?? '')
}

/**
 * The number of lines that introduce a quotation, from this one on: they end in a colon, and name a year or an address.
 * Several only if the first already does, or stands before a quoted line: a vote may be right above them.
 */
function countIntroduction(lines: string[], index: number): number {
  const isDetail = (text: string) => /@|<|(?:^|\D)(?:19|20)\d\d(?:\D|$)/u.test(text)
  for (let count = 1; count <= longestIntroduction; count += 1) {
    const parts = lines.slice(index, index + count)
    if (parts.length < count || parts.some((part) => part.trim() === '' || quoted.test(part))) return 0
    const joined = parts.join(' ').trim()
    if (!/[:：]$/u.test(joined)) continue
    const [first = ''] = parts
    if (isDetail(joined) && (count === 1 || isDetail(first))) return count
    return count === 1 && isQuotedAfter(lines, index + 1) ? 1 : 0
  }
  return 0
}

function isQuotedAfter(lines: string[], index: number): boolean {
  let next = index
  while (lines[next]?.trim() === '') next += 1
  return quoted.test(lines[next] ?? '')
}

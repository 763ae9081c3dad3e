/** One value of a CSV file, and where it is written. */
export interface CsvField {
  text: string
  /** The offset of its first character, or of its quotation mark. */
  start: number
  end: number
}

/** A mistake in the syntax of a CSV file. */
export interface CsvMistake {
  /** `unclosed` for quotation marks that never end, `behind-quotes` for text behind a closing one. */
  kind: 'unclosed' | 'behind-quotes'
  start: number
  end: number
}

/**
 * Parses CSV (RFC 4180) with the place of each value. Lines without values are left out, and spaces around values do not
 * count. A quotation mark within a value that does not begin with one is text: `5" pipe`.
 * @param text without a byte order mark
 * @param delimiter the character between values
 * @returns the rows; the first mistake instead, after which rows could be anything
 */
export function parseCsv(text: string, delimiter: string): CsvField[][] | CsvMistake {
  const rows: CsvField[][] = []
  let row: CsvField[] = []
  let offset = 0
  while (offset <= text.length) {
    const field = readField(text, offset, delimiter)
    if ('kind' in field) return field
    row.push(field)
    offset = field.next + 1
    if (text[field.next] === delimiter) continue
    if (row.some((each) => each.text !== '')) rows.push(row)
    row = []
  }
  return rows
}

/** @returns the value, with the offset of the delimiter or line end behind it */
function readField(
  text: string,
  offset: number,
  delimiter: string,
): (CsvField & { next: number }) | CsvMistake {
  const start = skipSpaces(text, offset, delimiter)
  if (text[start] === '"') return readQuoted(text, start, delimiter)
  const next = findEnd(text, start, delimiter)
  const value = text.slice(start, next).trimEnd()
  return { text: value, start, end: start + value.length, next }
}

function readQuoted(
  text: string,
  start: number,
  delimiter: string,
): (CsvField & { next: number }) | CsvMistake {
  let close = text.indexOf('"', start + 1)
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close === -1) return { kind: 'unclosed', start, end: start + 1 }
  const next = findEnd(text, close + 1, delimiter)
  const behind = text.slice(close + 1, next)
  if (behind.trim() !== '')
    return { kind: 'behind-quotes', start: skipSpaces(text, close + 1, delimiter), end: next }
  const value = text
    .slice(start + 1, close)
    .replaceAll('""', '"')
    .trim()
  return { text: value, start, end: close + 1, next }
}

function skipSpaces(text: string, from: number, delimiter: string): number {
  let offset = from
  while (/[^\S\r\n]/.test(text[offset] ?? '') && text[offset] !== delimiter) offset += 1
  return offset
}

/** Finds the next delimiter, line end or end of the text. */
function findEnd(text: string, from: number, delimiter: string): number {
  let offset = from
  while (offset < text.length && text[offset] !== delimiter && !/[\r\n]/.test(text[offset] ?? '')) offset += 1
  return offset
}

import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'

/** One value of a CSV file, and where it is written. */
export interface CsvField {
  text: string
  /** The offset of its first character, or of its quotation mark. */
  start: number
  end: number
}

/** A mistake in the syntax of a CSV file. */
export interface CsvMistake {
  /**
   * `unclosed` for quotation marks that never end, `behind-quotes` for text behind a closing one, `within` for one in a value
   * that does not begin with one.
   */
  kind: 'unclosed' | 'behind-quotes' | 'within'
  start: number
  end: number
}

/**
 * Parses CSV (RFC 4180) with the place of each value. Lines without values are left out, and spaces around values do not
 * count.
 * @param text without a byte order mark
 * @param delimiter the character between values
 * @returns the rows; the first mistake instead, after which rows could be anything
 * @throws {Error} what csv-parse throws for anything but these mistakes
 */
export function parseCsv(text: string, delimiter: string): CsvField[][] | CsvMistake {
  const places = createPlaces(text, delimiter)
  const cast = (value: string, { bytes }: { bytes: number }): CsvField => places.add(value, bytes)
  try {
    const options = { cast, delimiter, trim: true, relax_column_count: true, skip_empty_lines: true }
    const rows = parse(text, options) as unknown as CsvField[][]
    return rows.filter((row) => row.some((field) => field.text !== ''))
  } catch (error) {
    const start = places.findNext()
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') return { kind: 'unclosed', start, end: start + 1 }
    const rest = text.slice(start)
    const [quoted = ''] = /^"(?:[^"]|"")*"[^\S\r\n]*/.exec(rest) ?? []
    const end = start + quoted.length + findEnd(rest.slice(quoted.length), delimiter)
    if (quoted !== '') return { kind: 'behind-quotes', start: start + quoted.length, end }
    if (error.code === 'INVALID_OPENING_QUOTE') return { kind: 'within', start, end }
    throw error
  }
}

/** Finds where values are written: csv-parse gives how many bytes it has parsed at the end of each. */
function createPlaces(text: string, delimiter: string) {
  const bytes = Buffer.from(text)
  let parsed = 0
  let offset = 0
  const findNext = () => {
    let start = text[offset] === delimiter ? offset + 1 : offset
    while (/\s/.test(text[start] ?? '') && text[start] !== delimiter) start += 1
    return start
  }
  return {
    /** Where the value behind the last one begins. */
    findNext,
    add(value: string, end: number): CsvField {
      const next = offset + bytes.toString('utf8', parsed, end).length
      const start = Math.min(findNext(), next)
      const written = text.slice(start, next).trimEnd()
      parsed = end
      offset = next
      return { text: value, start, end: start + written.length }
    },
  }
}

/** Finds the next delimiter, line end or end of a text. */
function findEnd(text: string, delimiter: string): number {
  let end = 0
  while (end < text.length && text[end] !== delimiter && !/[\r\n]/.test(text[end] ?? '')) end += 1
  return end
}

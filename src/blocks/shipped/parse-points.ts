import type { Position } from 'unist'
import type { Location } from 'vfile-location'
import { expectedName } from '../../diagnostics/list-names.ts'
import { report } from '../../diagnostics/report.ts'
import { reportAbout } from '../../diagnostics/report-about.ts'
import type { BlockContent } from '../define-block.ts'
import { attributePlace } from '../opening-line.ts'
import type { ChartPoint } from './chart-data.ts'
import { parseNumber } from './format-quantity.ts'
import { type CsvField, type CsvMistake, parseCsv } from './parse-csv.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** A CSV file, and the issue whose chart reads it. */
export interface ChartFile {
  path: string
  csv: string
  points: Location
  file: ShippedBlockContext['file']
  user: string
}

/**
 * Reports a mistake in the data of a chart.
 * @param place the offsets of what is wrong; the whole file when not given
 */
export function reportData(
  { path, points, file, user }: ChartFile,
  reason: string,
  place?: { start: number; end: number },
  advice?: string,
): void {
  reportAbout(file, path, reason, {
    ruleId: 'chart-data',
    place: place && ({ start: points.toPoint(place.start), end: points.toPoint(place.end) } as Position),
    note: advice === undefined ? user : `${advice} ${user}`,
  })
}

/** Parses the values of a chart from CSV. A mistake in it is reported at its line and column there. */
export function parsePoints(
  data: ChartFile,
  { attributes }: BlockContent,
  context: ShippedBlockContext,
): ChartPoint[] {
  const delimiter = findDelimiter(data.csv)
  const [head, ...rows] = parseRows(data, delimiter)
  if (!head) return []
  const names = head.map(({ text }) => text)
  const label = findColumn('labels', names, 0, attributes, context)
  const column = findColumn('values', names, 1, attributes, context)
  if (label === undefined || column === undefined) return []
  const headPlace = { start: head[0]?.start ?? 0, end: head.at(-1)?.end ?? 0 }
  if (names.length < 2 && typeof attributes.values !== 'string') {
    const advice = 'Columns are divided by commas, semicolons or tabs: `Day,Number`.'
    reportData(data, 'Unexpected single column in this file, expected names and numbers', headPlace, advice)
    return []
  }
  if (rows.length === 0) {
    reportData(data, 'Missing rows below the first one, expected a name and a number in each', headPlace)
    return []
  }
  return rows.flatMap((row) => {
    const isWhole = validateLength(row, names, delimiter, data)
    const value = isWhole ? parseValue(row, column, names[column] || String(column + 1), data) : undefined
    return value === undefined ? [] : [{ label: (row[label]?.text ?? '').replace(/\s+/g, ' '), value }]
  })
}

/** Finds what divides the columns: of comma, semicolon and tab the one that the first row has most of. */
function findDelimiter(csv: string): string {
  const head = /^[^\r\n]*/.exec(csv.trimStart())?.[0] ?? ''
  const count = (sign: string) => head.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function parseRows(data: ChartFile, delimiter: string): CsvField[][] {
  const rows = parseCsv(data.csv, delimiter)
  if (!Array.isArray(rows)) {
    const [reason, advice] = describeMistake(rows, data.csv.slice(rows.start, rows.end).trim(), delimiter)
    reportData(data, reason, rows, advice)
    return []
  }
  if (rows.length === 0)
    reportData(
      data,
      'Missing data in this file',
      undefined,
      'Its first row has the names of the columns: `Day,Number`.',
    )
  return rows
}

function describeMistake({ kind }: CsvMistake, written: string, delimiter: string): [string, string] {
  if (kind === 'unclosed')
    return [
      'Missing `"` at the end of a value that begins with one',
      'Without it, the rest of the file is one value. Close it, or write `""` for a quotation mark within a value in quotation marks.',
    ]
  if (kind === 'within')
    return [
      `Unexpected quotation mark within the value \`${written}\``,
      `Put the value into quotation marks, and write \`""\` for one within it: \`"${written.replaceAll('"', '""')}"\`.`,
    ]
  return [
    `Unexpected \`${written}\` behind a value in quotation marks, expected ${delimiter === '\t' ? 'a tab' : `\`${delimiter}\``} or the end of the line`,
    'Write `""` for a quotation mark within such a value.',
  ]
}

/** More values than columns are a mistake that would shift the numbers: `Monday,1,200`. */
function validateLength(row: CsvField[], { length }: string[], delimiter: string, data: ChartFile): boolean {
  const extra = row.slice(length).find(({ text }) => text !== '')
  if (!extra) return true
  reportData(
    data,
    `Unexpected value \`${extra.text}\` behind the last column, expected ${length} values as in the first row`,
    extra,
    `Put a value that contains \`${delimiter}\` into quotation marks, and nothing between thousands.`,
  )
  return false
}

function parseValue(row: CsvField[], column: number, name: string, data: ChartFile): number | undefined {
  const field = row[column]
  const value = parseNumber(field?.text ?? '')
  if (value !== undefined) return value
  const last = row.at(-1)?.end ?? 0
  if (!field || field.text === '')
    reportData(
      data,
      `Missing number in the column \`${name}\``,
      field ? { start: field.start, end: Math.max(field.end, field.start) } : { start: last, end: last },
      'Write one, or remove the row.',
    )
  else
    reportData(
      data,
      `Unexpected value \`${field.text}\` in the column \`${name}\`, expected a number`,
      field,
      'Write digits, with a point before decimals and nothing between thousands: `1234.5`.',
    )
  return undefined
}

/** @returns the column's index; the usual one when none is named */
function findColumn(
  attribute: 'labels' | 'values',
  names: readonly string[],
  usual: number,
  attributes: BlockContent['attributes'],
  { file, source, node }: ShippedBlockContext,
): number | undefined {
  const name = attributes[attribute]
  if (typeof name !== 'string') return usual
  const index = names.indexOf(name)
  if (index !== -1) return index
  report(file, `Unexpected column \`${name}\`, expected ${expectedName(name, names)}`, {
    ruleId: 'chart-data',
    place: attributePlace(node, attribute, source),
  })
  return undefined
}

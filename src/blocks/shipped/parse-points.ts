import { expectedName } from '../../diagnostics/list-names.ts'
import { report } from '../../diagnostics/report.ts'
import type { BlockContent } from '../define-block.ts'
import { attributePlace } from '../opening-line.ts'
import type { ChartPoint } from './chart-data.ts'
import { type ChartFile, reportData } from './chart-file.ts'
import { parseNumber } from './format-quantity.ts'
import type { CsvField } from './parse-csv.ts'
import { parseRows } from './parse-rows.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'
import { validateHeader, validateThousands } from './validate-columns.ts'

/** Parses the values of a chart from CSV. A mistake in it is reported at its line and column there. */
export function parsePoints(
  data: ChartFile,
  { attributes }: BlockContent,
  context: ShippedBlockContext,
): ChartPoint[] {
  const {
    rows: [head, ...rows],
    delimiter,
  } = parseRows(data)
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
  if (typeof attributes.values !== 'string') validateHeader(head[column], data)
  if (delimiter === ';')
    validateThousands(
      rows.flatMap((row) => row[column] ?? []),
      data,
    )
  const nameColumn = (index: number) => names[index] || String(index + 1)
  return rows.flatMap((row) => {
    if (!validateLength(row, names, delimiter, data)) return []
    const name = parseName(row[label], nameColumn(label), data)
    const value = parseValue(row, column, nameColumn(column), data)
    return name === undefined || value === undefined ? [] : [{ label: name, value }]
  })
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

function parseName(field: CsvField | undefined, column: string, data: ChartFile): string | undefined {
  const name = (field?.text ?? '').replace(/\s+/g, ' ')
  if (name !== '') return name
  const advice = 'Write one, or remove the row.'
  reportData(data, `Missing name in the column \`${column}\``, field ?? undefined, advice)
  return undefined
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

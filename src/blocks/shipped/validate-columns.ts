import { type ChartFile, reportData } from './chart-file.ts'
import { parseNumber } from './format-quantity.ts'
import type { CsvField } from './parse-csv.ts'

/**
 * Warns of a first row that is data: its number would be missing in the chart.
 * @param field the first row's in the column with the numbers
 */
export function validateHeader(field: CsvField | undefined, data: ChartFile): void {
  if (!field || parseNumber(field.text) === undefined) return
  reportData(
    data,
    `Unexpected number \`${field.text}\` in the first row, expected the names of the columns`,
    field,
    `The first row is not drawn. Put a row above it, such as \`Day,Number\`. If \`${field.text}\` is the name of a column, such as a year, name it in the block: \`{values="${field.text}"}\`.`,
    'chart-header',
  )
}

/**
 * Warns of points that probably divide thousands: programs write semicolons between columns where the comma is the decimal
 * mark, and then the point is the mark of thousands.
 * @param fields those of the column with the numbers
 */
export function validateThousands(fields: readonly CsvField[], data: ChartFile): void {
  const withPoint = fields.filter(({ text }) => text.includes('.') && parseNumber(text) !== undefined)
  const [first] = withPoint
  if (!first || !withPoint.every(({ text }) => /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text))) return
  const [count, number] = [withPoint.length, Number(first.text)]
  const others = count === 1 ? '' : `, as in ${count} values of this column`
  reportData(
    data,
    `Unexpected three digits behind the point of \`${first.text}\`${others}: a point is the decimal mark`,
    first,
    `In a file with semicolons between columns, \`${first.text}\` is often \`${first.text.replace('.', '')}\`, and is drawn as \`${number}\`. Write thousands without a point. If it is \`${number}\`, write that, or divide the columns by commas.`,
    'chart-thousands',
  )
}

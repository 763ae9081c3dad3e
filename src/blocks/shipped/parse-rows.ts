import { type ChartFile, reportData } from './chart-file.ts'
import { type CsvField, type CsvMistake, parseCsv } from './parse-csv.ts'

/** Finds what divides the columns: of comma, semicolon and tab the one that the first row has most of. */
function findDelimiter(csv: string): string {
  const head = /^[^\r\n]*/.exec(csv.trimStart())?.[0] ?? ''
  const count = (sign: string) => head.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/**
 * Parses the rows of a chart's data. A mistake in the syntax is reported.
 * @returns the rows, the first of which has the columns' names, and what divides the columns
 */
export function parseRows(data: ChartFile): { rows: CsvField[][]; delimiter: string } {
  // Excel's own first line, `sep=;`, is blanked instead of removed, so that places stay valid.
  const [line = '', separator] = /^sep=([^\s"]|\t)(?=[\r\n])/i.exec(data.csv) ?? []
  const csv = ' '.repeat(line.length) + data.csv.slice(line.length)
  const delimiter = separator ?? findDelimiter(csv)
  return { rows: parseText(csv, data, delimiter), delimiter }
}

function parseText(csv: string, data: ChartFile, delimiter: string): CsvField[][] {
  const rows = parseCsv(csv, delimiter)
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

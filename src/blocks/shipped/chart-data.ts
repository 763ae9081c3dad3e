import { posix } from 'node:path'
import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import type { Position } from 'unist'
import { findIncludedFile } from '../../diagnostics/included-files.ts'
import { expectedName } from '../../diagnostics/list-names.ts'
import { report } from '../../diagnostics/report.ts'
import { reportAbout } from '../../diagnostics/report-about.ts'
import { plainWords } from '../../polls/plain-words.ts'
import type { RootContent } from '../../types.ts'
import { decodePath } from '../../urls/decode-path.ts'
import type { BlockContent } from '../define-block.ts'
import { attributePlace, openingLine } from '../opening-line.ts'
import { parseNumber } from './format-quantity.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** One value of a chart. */
export interface ChartPoint {
  label: string
  value: number
}

/** Extracts the list of values of a chart (`- Monday: 12`), and what else is in its body. Mistakes are reported at their line. */
export function extractPoints(
  body: readonly RootContent[],
  { file, source, node }: ShippedBlockContext,
): { points: ChartPoint[]; rest: RootContent[] } {
  const list = body.find((child) => child.type === 'list')
  const rest = body.filter((child) => child !== list)
  if (!list) {
    report(file, 'Missing data of the block `chart`', {
      ruleId: 'chart-data',
      place: openingLine(node, source),
      note: 'Write a list with a name and a number in each item, `- Monday: 12`, or name a CSV file: `{file="data.csv"}`.',
    })
    return { points: [], rest }
  }
  const points = list.children.flatMap((item) => {
    const words = plainWords(item)
    const [, label = '', written = ''] = /^(.*?)\s*[:：]\s*([^:：]*)$/.exec(words) ?? []
    const value = parseNumber(written)
    if (label !== '' && value !== undefined) return [{ label, value }]
    report(file, `Unexpected item \`${words}\` of the block \`chart\`, expected a name and a number`, {
      ruleId: 'chart-data',
      place: item.position,
      note: `Write it with a colon between them, and a number of digits with a point before its decimals: \`- Monday: 12.5\`.`,
    })
    return []
  })
  return { points, rest }
}

/** Reads the values of a chart from a CSV file. A mistake in it is reported at its line there. */
export function readPoints(written: string, block: BlockContent, context: ShippedBlockContext): ChartPoint[] {
  const { file, source, node } = context
  const from = findIncludedFile(file, node.position?.start.offset)?.path ?? file.path ?? ''
  const path = posix.normalize(posix.join(posix.dirname(from), decodePath(written)))
  const read = /^(?:\.\.(?:\/|$)|\/)/.test(path) ? ({ problem: 'outside' } as const) : context.readFile(path)
  if ('bytes' in read) return parsePoints(new TextDecoder().decode(read.bytes), path, block, context)
  const place = attributePlace(node, 'file', source)
  if (read.problem === 'outside')
    report(
      file,
      `Unexpected path \`${written}\` of a chart's data, expected one inside the newsletter's folder`,
      {
        ruleId: 'chart-data',
        place,
        note: 'No file outside that folder is read, not even through a symbolic link. Copy it into the folder.',
      },
    )
  else
    report(
      file,
      `Cannot ${read.problem === 'missing' ? 'find' : 'read'} the data \`${written}\` of a chart`,
      {
        ruleId: 'chart-data',
        place,
        note: `Looked for \`${path}\`. A path is relative to the Markdown file that contains it.`,
      },
    )
  return []
}

interface Row {
  record: string[]
  info: { lines: number }
}

function parsePoints(
  csv: string,
  path: string,
  { attributes }: BlockContent,
  context: ShippedBlockContext,
): ChartPoint[] {
  const rows = parseRows(csv, path, context)
  const [head, ...data] = rows
  const names = head?.record ?? []
  const label = findColumn('labels', names, 0, attributes, context)
  const column = findColumn('values', names, 1, attributes, context)
  if (label === undefined || column === undefined) return []
  if (rows.length > 0 && data.length === 0)
    reportAbout(
      context.file,
      path,
      'Missing rows below the first one, expected a name and a number in each',
      {
        ruleId: 'chart-data',
        place: createLine(1, csv),
      },
    )
  return data.flatMap(({ record, info }) => {
    const written = record[column] ?? ''
    const value = parseNumber(written)
    if (value !== undefined) return [{ label: record[label] ?? '', value }]
    const name = names[column] ?? column + 1
    const reason =
      written === ''
        ? `Missing number in the column \`${name}\``
        : `Unexpected value \`${written}\` in the column \`${name}\`, expected a number`
    reportAbout(context.file, path, reason, {
      ruleId: 'chart-data',
      place: createLine(info.lines, csv),
      note: 'Write digits, with a point before decimals and nothing between thousands: `1234.5`.',
    })
    return []
  })
}

function parseRows(csv: string, path: string, { file }: ShippedBlockContext): Row[] {
  const head = /^[^\r\n]*/.exec(csv)?.[0] ?? ''
  const count = (sign: string) => head.split(sign).length
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  const options = {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  } as const
  try {
    const rows = parse(csv, { ...options, delimiter }) as unknown as Row[]
    if (rows.length === 0) reportAbout(file, path, 'Missing data in this file', { ruleId: 'chart-data' })
    return rows
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error.lines ?? 1)
    reportAbout(file, path, `Cannot read this file as CSV: ${error.message}`, {
      ruleId: 'chart-data',
      place: createLine(line, csv),
    })
    return []
  }
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
  if (names.length === 0) return undefined
  if (typeof name !== 'string') return usual
  const index = names.indexOf(name)
  if (index !== -1) return index
  report(file, `Unexpected column \`${name}\`, expected ${expectedName(name, [...names])}`, {
    ruleId: 'chart-data',
    place: attributePlace(node, attribute, source),
  })
  return undefined
}

function createLine(line: number, csv: string): Position {
  const text = csv.split(/\r\n?|\n/)[line - 1] ?? ''
  return { start: { line, column: 1 }, end: { line, column: text.length + 1 } }
}

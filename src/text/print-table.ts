import type { AlignType, Table, TableRow } from 'mdast'
import { displayWidth } from '../typeset/display-width.ts'
import { wrap } from '../typeset/wrap.ts'
import { isLogic } from './logic.ts'
import { removeOuterEmphasis } from './print-emphasis.ts'
import type { State } from './state.ts'

const GAP = '  '
/** The rule under a column is never two dashes, which alone on a line start a signature (RFC 3676, section 4.3). */
const NARROWEST = 3

/**
 * Prints a table in aligned columns with a rule under its header, or, if that is too wide, each row as a record of
 * `Header: value` lines.
 * @param width columns, or 0 for no wrapping
 */
export function printTable(table: Table, state: State, width: number): string {
  const [header = [], ...rows] = table.children.map((row) => printCells(row, state))
  const widths = measureColumns(header, rows)
  const total = widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1))
  if (width > 0 && total > width) return formatRecords(header, rows, { width, colon: state.colon })
  const align = table.align ?? []
  const rule = widths.map((each) => '-'.repeat(each)).join(GAP)
  const hasHeader = header.some((cell) => cell !== '')
  const head = hasHeader ? [formatRow(header, widths, align), rule] : []
  return [...head, ...rows.map((row) => extractLogic(row, header) ?? formatRow(row, widths, align))].join(
    '\n',
  )
}

/** Prints a row outside a table as one paragraph. @param width columns, or 0 for no wrapping */
export function printRow(row: TableRow, state: State, width: number): string {
  return wrap(printCells(row, state).filter(Boolean).join(GAP), { width })
}

/** The provider's logic between rows: a single cell, which does not belong to a column. */
function extractLogic(row: string[], header: string[]): string | undefined {
  const [only] = row
  return only !== undefined && row.length === 1 && header.length > 1 && isLogic(only) ? only : undefined
}

/** The columns' widths. A loop, not `Math.max(…)` over all rows: the number of arguments of a call is limited. */
function measureColumns(header: string[], rows: string[][]): number[] {
  const widths = header.map(() => NARROWEST)
  for (const row of [header, ...rows]) {
    if (extractLogic(row, header) !== undefined) continue
    for (const [column, width] of widths.entries())
      widths[column] = Math.max(width, widest(row[column] ?? ''))
  }
  return widths
}

function printCells(row: TableRow, state: State): string[] {
  return row.children.map((cell) => state.inline(removeOuterEmphasis(cell.children)))
}

/** One row, as many lines high as its highest cell. */
function formatRow(row: string[], widths: number[], align: AlignType[]): string {
  const cells = widths.map((_, column) => (row[column] ?? '').split('\n'))
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, column) => pad(lines[line] ?? '', widths[column] ?? 0, align[column]))
      .join(GAP)
      .trimEnd(),
  ).join('\n')
}

function pad(text: string, width: number, align: AlignType | undefined): string {
  const free = width - displayWidth(text)
  const left = align === 'right' ? free : align === 'center' ? Math.floor(free / 2) : 0
  return ' '.repeat(left) + text + ' '.repeat(free - left)
}

interface RecordStyle {
  /** Columns of a line. */
  width: number
  /** The colon of the language, with the spaces around it. */
  colon: string
}

function formatRecords(header: string[], rows: string[][], style: RecordStyle): string {
  const unnamed = header.map(() => '')
  if (rows.length === 0) return formatRecord(header, unnamed, style)
  return rows.map((row) => extractLogic(row, header) ?? formatRecord(row, header, style)).join('\n\n')
}

const COLON_AT_END = /\s*[:：]$/u

function formatRecord(row: string[], header: string[], { width, colon }: RecordStyle): string {
  return row
    .map((cell, column) => ({ cell, name: (header[column] ?? '').replaceAll('\n', ' ') }))
    .filter(({ cell }) => cell !== '')
    .map(({ cell, name }) =>
      wrap(name === '' ? cell : name.replace(COLON_AT_END, '') + colon + cell, {
        width,
        first: '',
        rest: '  ',
      }),
    )
    .join('\n')
}

function widest(cell: string): number {
  return Math.max(...cell.split('\n').map(displayWidth))
}

import type { AlignType, Table, TableRow } from 'mdast'
import { displayWidth } from '../typeset/display-width.ts'
import { wrap } from '../typeset/wrap.ts'
import { isLogic } from './logic.ts'
import { withoutOuterMarks } from './print-marked.ts'
import type { State } from './state.ts'

const GAP = '  '
/** A column's rule is never two dashes, which alone on a line open a signature. */
const NARROWEST = 3

/**
 * Prints a table in aligned columns with a rule under its header; when that is too wide, each row as a record of
 * `Header: value` lines.
 * @param width columns, or 0 for endless lines
 */
export function printTable(table: Table, state: State, width: number): string {
  const [header = [], ...rows] = table.children.map((row) => printCells(row, state))
  const widths = toWidths(header, rows)
  const total = widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1))
  if (width > 0 && total > width) return toRecords(header, rows, width)
  const align = table.align ?? []
  const rule = widths.map((each) => '-'.repeat(each)).join(GAP)
  const isNamed = header.some((cell) => cell !== '')
  const head = isNamed ? [toLines(header, widths, align), rule] : []
  return [...head, ...rows.map((row) => liftLogic(row, header) ?? toLines(row, widths, align))].join('\n')
}

/** Prints one row on its own, as a line. */
export function printRow(row: TableRow, state: State, width: number): string {
  return wrap(printCells(row, state).filter(Boolean).join(GAP), { width })
}

/** The provider's logic between rows: a single cell that takes no part in the columns. */
function liftLogic(row: string[], header: string[]): string | undefined {
  const [only] = row
  return only !== undefined && row.length === 1 && header.length > 1 && isLogic(only) ? only : undefined
}

/** The columns' widths. A loop, not `Math.max(…)` over all rows: a call takes only so many arguments. */
function toWidths(header: string[], rows: string[][]): number[] {
  const widths = header.map(() => NARROWEST)
  for (const row of [header, ...rows]) {
    if (liftLogic(row, header) !== undefined) continue
    for (const [column, width] of widths.entries())
      widths[column] = Math.max(width, widest(row[column] ?? ''))
  }
  return widths
}

function printCells(row: TableRow, state: State): string[] {
  return row.children.map((cell) => state.inline(withoutOuterMarks(cell.children)))
}

/** One row; a cell with line breaks makes it as many lines high. */
function toLines(row: string[], widths: number[], align: AlignType[]): string {
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

function toRecords(header: string[], rows: string[][], width: number): string {
  if (rows.length === 0)
    return toRecord(
      header,
      header.map(() => ''),
      width,
    )
  return rows.map((row) => liftLogic(row, header) ?? toRecord(row, header, width)).join('\n\n')
}

function toRecord(row: string[], header: string[], width: number): string {
  return row
    .map((cell, column) => ({ cell, name: (header[column] ?? '').replaceAll('\n', ' ') }))
    .filter(({ cell }) => cell !== '')
    .map(({ cell, name }) =>
      wrap(name === '' ? cell : `${name.replace(/:$/, '')}: ${cell}`, { width, first: '', rest: '  ' }),
    )
    .join('\n')
}

function widest(cell: string): number {
  return Math.max(...cell.split('\n').map(displayWidth))
}

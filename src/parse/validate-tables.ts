import type { Nodes, Paragraph, Root, Table, TableCell, TableRow } from 'mdast'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { parseMarkdown } from './markdown.ts'

/**
 * Reports the cells of a table's rows that are in no column, which GFM leaves out (GFM 0.29, section 4.10), and tables
 * that are none since their head has more or fewer cells than the line of hyphens below it.
 * @param tree the Markdown's tree, whose positions are positions in the file
 */
export function validateTables(tree: Root, file: VFile): void {
  const source = String(file)
  walkTree<Nodes>(tree, (table) => {
    if (table.type !== 'table') return
    for (const row of table.children) validateRow(row, table, source, file)
  })
  walkTree<Nodes>(tree, (paragraph) => {
    if (paragraph.type === 'paragraph') validateHead(paragraph, source, file)
  })
}

function validateRow(row: TableRow, table: Table, source: string, file: VFile): void {
  const columns = table.align?.length ?? 0
  const lost = row.children.slice(columns).flatMap((cell) => extractText(cell, source))
  const [first] = lost
  const last = lost.at(-1)
  if (!first || !last) return
  const names = lost.map(({ text }) => formatCode(text)).join(' and ')
  const reason = `Unexpected ${lost.length === 1 ? 'cell' : 'cells'} ${names} in a row of a table, expected ${formatCount(columns)} as in its head`
  const split = findSplit(sliceSource(source, row.position))
  report(file, reason, {
    ruleId: 'table-cells',
    place: { start: first.place.start, end: last.place.end },
    note: split
      ? `Readers would not see it. The \`|\` in ${formatCode(split)} begins a new cell: write it as \`\\|\`.`
      : 'Readers would not see it. Give the table one more head, or remove a `|`. One that belongs to the text is written as `\\|`.',
  })
}

/** The words of a cell without the `|` around it, and their place; nothing for an empty cell. */
function extractText({ position }: TableCell, source: string): { text: string; place: Position }[] {
  if (!position) return []
  const whole = sliceSource(source, position)
  const from = /^\s*\|?\s*/.exec(whole)?.[0].length ?? 0
  const text = whole
    .slice(from)
    .replace(/\s*(?<!\\)\|\s*$/, '')
    .trimEnd()
  const { line, column, offset = 0 } = position.start
  const createPoint = (shift: number) => ({ line, column: column + shift, offset: offset + shift })
  return text === ''
    ? []
    : [{ text, place: { start: createPoint(from), end: createPoint(from + text.length) } }]
}

/** The code, link or picture of a row that an unescaped `|` has split. */
function findSplit(row: string): string | undefined {
  let split: string | undefined
  visit(parseMarkdown(row), ['inlineCode', 'link', 'image'], ({ position }) => {
    const text = sliceSource(row, position)
    if (/(?<!\\)\|/.test(text)) split ??= text
  })
  return split
}

/** GFM 0.29, section 4.10: hyphens, with colons for the alignment, between pipes. */
const delimiters = /^(?=.*\|)[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/

function validateHead(paragraph: Paragraph, source: string, file: VFile): void {
  const { position } = paragraph
  if (!position) return
  const lines = sliceSource(source, position).split(/\r?\n/)
  const index = lines.findIndex((line) => delimiters.test(line))
  const head = lines[index - 1]
  const line = lines[index]
  if (head === undefined || line === undefined || !head.includes('|')) return
  if (countCells(head) === countCells(line)) return
  const start = { line: position.start.line + index - 1, column: index === 1 ? position.start.column : 1 }
  const reason = `Cannot read a table with ${formatCount(countCells(head))} in its head and ${formatCount(countCells(line))} in the line below`
  report(file, reason, {
    ruleId: 'table-cells',
    place: start,
    note: 'Readers would see it as it was typed. Write as many `---` as there are heads. A `|` that belongs to the text is written as `\\|`.',
  })
}

function countCells(line: string): number {
  const inner = line.replace(/^[\s>]*\|?/, '').replace(/(?<!\\)\|\s*$/, '')
  return inner.split(/(?<!\\)\|/).length
}

function formatCount(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells} cells`
}

/** The source of a text as code: with two backticks and spaces if it has backticks itself. */
function formatCode(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

function sliceSource(source: string, position: Position | undefined): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
}

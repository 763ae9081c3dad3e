import type { Element, Nodes, Parents, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { enterBlock, enterIndent } from '../blocks/surroundings.ts'
import { walkWithAncestors } from '../hast/walk-tree.ts'
import { hasToken } from '../private-use.ts'
import type { Direction, Surroundings } from '../types.ts'
import { addClass } from './add-class.ts'
import { type CellMeasure, maxCharacters, measureCell } from './measure-cell.ts'
import type { PendingBlock } from './render-markdown.ts'
import { blockElement } from './schema.ts'
import { addColumnWidths, type Column, classifyTable } from './table-layout.ts'

export interface TableContext {
  /** The direction. */
  dir: Direction
  /** Those of the text. */
  surroundings: Surroundings
  /** The blocks, in the order of the numbers of their elements. */
  blocks: readonly PendingBlock[]
  /** The colon of the language, with the spaces around it. */
  colon: string
}

/** How much narrower a table is in each of these elements, in CSS pixels. */
const indents: Record<string, number> = { blockquote: 24, dd: 48, li: 24 }

/** The classes of tables whose rows become records, at least on some screens. */
const recordClasses = new Set(['slim', 'rows', 'records'])

/** A row's cells, with what they need. */
type Row = { cell: Element; measure: CellMeasure }[]

/**
 * Prepares tables of data for the style sheet, in place: gives columns their widths, marks the cells whose words may be broken, and
 * the tables by where they fit. Where a table does not fit, the style sheet makes a record of each row, for which its cells
 * have their headers in them, hidden. Tables with a `role` are the author's layout and stay.
 */
export function applyTableRules(tree: Root, context: TableContext): void {
  walkWithAncestors<Nodes>(tree, (node, ancestors) => {
    const isTable = node.type === 'element' && node.tagName === 'table'
    if (isTable && !node.properties.role) prepareTable(node, ancestors, context)
  })
}

function prepareTable(table: Element, ancestors: Parents[], context: TableContext): void {
  const around = ancestors.filter((ancestor) => ancestor.type === 'element')
  const { room: wide, inset } = resolveSurroundings(around, context)
  const rows = collectRows(table).map((row) =>
    row.map((cell) => ({ cell, measure: measureCell(cell, wide) })),
  )
  const dir = around.findLast(({ properties }) => properties.dir)?.properties.dir ?? context.dir
  for (const row of rows) markCells(row, dir === 'rtl')
  const head = rows[0]?.every(({ cell }) => cell.tagName === 'th') ? rows[0] : undefined
  for (const { cell } of head ?? []) for (const name of ['head', 'soft', 'line']) addClass(cell, name)
  const columns = measureColumns(rows)
  const classes = classifyTable(columns, { wide, inset, isRegular: isRegular(rows) })
  if (isRegular(rows)) {
    const cells = rows[0]?.map(({ cell }) => cell) ?? []
    addColumnWidths(cells, columns, { wide, isCrowded: classes.includes('crowded') })
  }
  if (head && classes.some((name) => recordClasses.has(name))) addKeys(head, rows.slice(1), context.colon)
  for (const name of ['data', ...classes]) addClass(table, name)
  table.properties = { width: '100%', cellPadding: '6', cellSpacing: '0', ...table.properties }
}

function resolveSurroundings(around: readonly Element[], context: TableContext): Surroundings {
  return around.reduce((outer, { tagName, properties }) => {
    if (tagName !== blockElement) return enterIndent(outer, indents[tagName] ?? 0)
    const block = context.blocks[Number(properties.dataN)]?.node.data?.block
    return block ? enterBlock(block.surroundings, block) : outer
  }, context.surroundings)
}

/** The cells of each row, without those of a table within. */
function collectRows({ children }: Element): Element[][] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === 'tr' ? [child.children.filter(isCell)] : collectRows(child)
  })
}

function isCell(node: Element['children'][number]): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th')
}

/** Marks the cells at the edges of the text, and those whose words or lines are broken in another way than others'. */
function markCells(row: Row, isRightToLeft: boolean): void {
  for (const [index, { cell, measure }] of row.entries()) {
    if (index === (isRightToLeft ? row.length - 1 : 0)) addClass(cell, 'at-left')
    if (index === (isRightToLeft ? 0 : row.length - 1)) addClass(cell, 'at-right')
    if (measure.isLong) addClass(cell, 'long')
    if (measure.isUnit) addClass(cell, 'unit')
    else markCode(cell)
  }
}

/** Marks short code, which may have hyphens. */
function markCode({ children }: Element): void {
  for (const child of children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'code' && toText(child).length <= maxCharacters) addClass(child, 'unit')
    else markCode(child)
  }
}

/** What each column needs: as much as its cells. A cell alone in its row, such as the provider's logic, is in no column. */
function measureColumns(rows: Row[]): Column[] {
  const columns: Column[] = []
  for (const row of rows) {
    if (row.length === 1 && columns.length > 1) continue
    for (const [index, { measure }] of row.entries()) {
      const { word = 0, longWord = 0, line = 0 } = columns[index] ?? {}
      columns[index] = {
        word: Math.max(word, measure.word),
        longWord: Math.max(longWord, measure.longWord),
        line: Math.max(line, measure.line, measure.word),
      }
    }
  }
  return columns
}

/** Whether each cell is in one column and one row. */
function isRegular(rows: Row[]): boolean {
  return rows.flat().every(({ cell: { properties } }) => !properties.colSpan && !properties.rowSpan)
}

const colonAtEnd = /\s*[:：]$/u

/**
 * Puts its header into each cell, for the style sheet to show in a record. An element, since Gmail has no `::before`
 * (caniemail.com: css-pseudo-element-before). It is hidden by a style of its own, whatever the template's style sheet is.
 */
function addKeys(head: Row, rows: Row[], colon: string): void {
  const names = head.map(({ cell }) => toText(cell).trim().replace(colonAtEnd, ''))
  for (const row of rows) {
    if (row.length === 1 && head.length > 1) continue
    for (const [index, { cell }] of row.entries()) {
      const name = names[index] ?? ''
      // The provider's logic in a header would be repeated.
      if (name === '' || hasToken(name) || cell.children.length === 0) continue
      cell.children.unshift({
        type: 'element',
        tagName: 'span',
        properties: { className: ['key'], style: 'display:none;mso-hide:all' },
        children: [{ type: 'text', value: name + colon }],
      })
    }
  }
}

import type { Comment, Element } from 'hast'
import type { PhrasingContent, Table, TableRow } from 'mdast'
import { isHidden } from './elements.ts'
import { htmlToPhrasing } from './html-to-phrasing.ts'
import { isLogic } from './logic.ts'

/**
 * Converts an HTML table to a Markdown table if it contains data: no caption, rows of equal length with at least two
 * cells, and only inline content in the cells. Any other table is treated as layout. The provider's logic between rows
 * becomes a row of one cell.
 * @param element a `table`
 * @returns an array of one table; `undefined` for a layout table
 */
export function htmlToTable(element: Element): [Table] | undefined {
  const lines = findLines(element)
  const rows = lines.filter((line) => line.type === 'element')
  const columns = rows[0] ? findDescendants(rows[0], CELLS).length : 0
  const isData = columns > 1 && rows.every((row) => isDataRow(row, columns))
  if (!isData || findDescendants(element, new Set(['caption'])).length > 0) return undefined
  const children = lines.map((line) =>
    createRow(line.type === 'comment' ? [[line]] : findDescendants(line, CELLS).map((cell) => cell.children)),
  )
  const [first] = lines
  const hasHeader =
    first?.type === 'element' && findDescendants(first, CELLS).every((cell) => cell.tagName === 'th')
  const empty = createRow(Array.from({ length: columns }, () => []))
  return [{ type: 'table', children: hasHeader ? children : [empty, ...children] }]
}

const CELLS = new Set(['td', 'th'])
const BLOCKS = new Set(['blockquote', 'div', 'h1', 'h2', 'h3', 'h4', 'hr', 'ol', 'p', 'pre', 'table', 'ul'])

/** The rows, and the comments between them that stand for logic. */
function findLines(element: Element): (Element | Comment)[] {
  return element.children.flatMap((child) => {
    if (child.type === 'comment') return isLogic(child.value) ? [child] : []
    if (child.type !== 'element' || isHidden(child.properties)) return []
    return child.tagName === 'tr' ? [child] : findLines(child)
  })
}

/** With logic between its cells, a row's number of columns is unknown until the provider sends. */
function isDataRow(row: Element, columns: number): boolean {
  const cells = findDescendants(row, CELLS)
  const hasLogic = row.children.some((child) => child.type === 'comment' && isLogic(child.value))
  return cells.length === columns && !hasLogic && cells.every(isSimple)
}

/** The nearest descendants with one of the tag names, in document order. */
function findDescendants(element: Element, names: Set<string>): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element' || isHidden(child.properties)) return []
    return names.has(child.tagName) ? [child] : findDescendants(child, names)
  })
}

function isSimple(cell: Element): boolean {
  return findDescendants(cell, BLOCKS).length === 0
}

function createRow(cells: Element['children'][]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((cell) => ({
      type: 'tableCell',
      children: htmlToPhrasing(cell) as PhrasingContent[],
    })),
  }
}

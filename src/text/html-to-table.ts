import type { Comment, Element } from 'hast'
import type { PhrasingContent, Table, TableRow } from 'mdast'
import { isHidden } from './elements.ts'
import { htmlToPhrasing } from './html-to-phrasing.ts'
import { isLogic } from './logic.ts'

/**
 * Reads an HTML table as a Markdown table when it holds data: rows of one length, of two cells at least, and nothing in
 * the cells but words. Any other table is there for the layout. The provider's logic between rows is a row of one cell.
 * @param element a `table`
 * @returns one table, or nothing
 */
export function htmlToTable(element: Element): [Table] | undefined {
  const lines = findLines(element)
  const rows = lines.filter((line) => line.type === 'element')
  const columns = rows[0] ? find(rows[0], CELLS).length : 0
  const isData = columns > 1 && rows.every((row) => isDataRow(row, columns))
  if (!isData || find(element, new Set(['caption'])).length > 0) return undefined
  const children = lines.map((line) =>
    toRow(line.type === 'comment' ? [[line]] : find(line, CELLS).map((cell) => cell.children)),
  )
  const [first] = lines
  const hasHeader = first?.type === 'element' && find(first, CELLS).every((cell) => cell.tagName === 'th')
  const empty = toRow(Array.from({ length: columns }, () => []))
  return [{ type: 'table', children: hasHeader ? children : [empty, ...children] }]
}

const CELLS = new Set(['td', 'th'])
const BLOCKS = new Set(['blockquote', 'div', 'h1', 'h2', 'h3', 'h4', 'hr', 'ol', 'p', 'pre', 'table', 'ul'])

/** The rows, and the logic between them. */
function findLines(element: Element): (Element | Comment)[] {
  return element.children.flatMap((child) => {
    if (child.type === 'comment') return isLogic(child.value) ? [child] : []
    if (child.type !== 'element' || isHidden(child.properties)) return []
    return child.tagName === 'tr' ? [child] : findLines(child)
  })
}

/** Logic between cells makes of the rows' columns what nobody knows here. */
function isDataRow(row: Element, columns: number): boolean {
  const cells = find(row, CELLS)
  const hasLogic = row.children.some((child) => child.type === 'comment' && isLogic(child.value))
  return cells.length === columns && !hasLogic && cells.every(isSimple)
}

/** The nearest descendants with such names, in document order. */
function find(element: Element, names: Set<string>): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element' || isHidden(child.properties)) return []
    return names.has(child.tagName) ? [child] : find(child, names)
  })
}

function isSimple(cell: Element): boolean {
  return find(cell, BLOCKS).length === 0
}

function toRow(cells: Element['children'][]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map((cell) => ({
      type: 'tableCell',
      children: htmlToPhrasing(cell) as PhrasingContent[],
    })),
  }
}

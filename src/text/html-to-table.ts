import type { Element, RootContent as HastContent } from 'hast'
import type { PhrasingContent, Table, TableRow } from 'mdast'

/**
 * Reads an HTML table as a Markdown table when it holds data: rows of one length, of two cells at least, and nothing in
 * the cells but words. Any other table is there for the layout.
 * @param element a `table`
 * @param readCell reads a cell's content
 * @returns one table, or nothing
 */
export function htmlToTable(
  element: Element,
  readCell: (nodes: HastContent[]) => PhrasingContent[],
): [Table] | undefined {
  const rows = find(element, new Set(['tr'])).map((row) => find(row, CELLS))
  const columns = rows[0]?.length ?? 0
  const isData = columns > 1 && rows.every((row) => row.length === columns && row.every(isSimple))
  if (!isData || find(element, new Set(['caption'])).length > 0) return undefined
  const children = rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: readCell(cell.children) })),
    }),
  )
  const hasHeader = rows[0]?.every((cell) => cell.tagName === 'th')
  return [{ type: 'table', children: hasHeader ? children : [emptyRow(columns), ...children] }]
}

const CELLS = new Set(['td', 'th'])
const BLOCKS = new Set(['blockquote', 'div', 'h1', 'h2', 'h3', 'h4', 'ol', 'p', 'pre', 'table', 'ul'])

/** The nearest descendants with such names, in document order. */
function find(element: Element, names: Set<string>): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return names.has(child.tagName) ? [child] : find(child, names)
  })
}

function isSimple(cell: Element): boolean {
  return find(cell, BLOCKS).length === 0
}

function emptyRow(columns: number): TableRow {
  return {
    type: 'tableRow',
    children: Array.from({ length: columns }, () => ({ type: 'tableCell', children: [] })),
  }
}

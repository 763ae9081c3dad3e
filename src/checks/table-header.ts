import type { Element, ElementContent } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { findElements } from '../hast/find-element.ts'
import { defineCheck } from './check.ts'

export const tableHeader = defineCheck({
  name: 'table-header',
  summary: 'Tables of data have header cells with text.',
  note: 'Screen readers read the header with each cell; without headers, listeners cannot tell what a number stands for (WCAG 2.2, 1.3.1). Only the top left cell, above a column of headers, may be empty. If a table is there only for the layout, write `<table role="presentation">`.',
  level: 'warning',
  run({ document }, report) {
    for (const table of findElements(document, 'table')) {
      const rows = extractRows(table)
      if (isLayout(table, rows)) continue
      const headers = rows.flat().filter(({ tagName }) => tagName === 'th')
      if (headers.every(isEmpty)) report('Missing header cells in a table of data', { at: table })
      else {
        const empty = findEmptyHeaders(rows)
        const [first] = empty
        if (first) report(`Missing text in ${formatHeaderCells(empty.length)} of a table`, { at: first })
      }
    }
  },
})

function formatHeaderCells(count: number): string {
  return count === 1 ? 'a header cell' : `${count} header cells`
}

/** The empty header cells of the first row, without the corner. */
function findEmptyHeaders(rows: Element[][]): Element[] {
  const [first = []] = rows
  return first.filter((cell, index) => index > 0 && cell.tagName === 'th' && isEmpty(cell))
}

/** Whether a table is for layout: by its role, its size (one row or column), or cells that contain more than text. */
function isLayout({ properties }: Element, rows: Element[][]): boolean {
  if (/^(?:presentation|none)$/.test(String(properties.role ?? ''))) return true
  if (rows.length < 2 || rows.every((cells) => cells.length < 2)) return true
  const hasHeaders = rows.flat().some(({ tagName }) => tagName === 'th')
  return !hasHeaders && rows.flat().some(containsBlocks)
}

const blocks = ['table', 'img', 'div', 'p', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4']

function containsBlocks(cell: Element): boolean {
  return blocks.some((tagName) => findElements({ type: 'root', children: [cell] }, tagName).length > 0)
}

/** The cells of a table by row, without those of nested tables. */
function extractRows(table: Element): Element[][] {
  const parts = elementsOf(table).flatMap((part) => (part.tagName === 'tr' ? [part] : elementsOf(part)))
  return parts.filter(({ tagName }) => tagName === 'tr').map(elementsOf)
}

function elementsOf({ children }: Element): Element[] {
  return children.filter((child: ElementContent): child is Element => child.type === 'element')
}

function isEmpty(cell: Element): boolean {
  const text = toText(cell)
  const images = findElements({ type: 'root', children: [cell] }, 'img')
  return (
    !/[^\s\u00a0\u200b]/u.test(text) && images.every(({ properties }) => !String(properties.alt ?? '').trim())
  )
}

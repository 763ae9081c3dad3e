import type { List, ListItem } from 'mdast'
import { indent } from '../typeset/indent.ts'
import { narrower } from './narrower.ts'
import type { State } from './state.ts'

/**
 * Prints a list with hanging indents, its numbers set flush right. Items that the author set apart by blank lines, or
 * that have paragraphs of their own, stay apart.
 * @param width columns, or 0 for endless lines
 */
export function printList(list: List, state: State, width: number): string {
  const last = (list.start ?? 1) + list.children.length - 1
  const digits = String(last).length
  const items = list.children.map((item, index) => {
    const number = String((list.start ?? 1) + index).padStart(digits)
    return printItem(item, list.ordered ? `${number}. ` : '- ', state, width)
  })
  const loose = list.spread || list.children.some((item) => item.spread)
  return items.filter((item) => item !== '').join(loose ? '\n\n' : '\n')
}

/**
 * Prints one item behind its marker. An empty one keeps its number or its box; a bare dash would look like the start of a
 * signature.
 * @param marker with the space after it
 */
export function printItem(item: ListItem, marker: string, state: State, width: number): string {
  const isTask = typeof item.checked === 'boolean'
  const box = isTask ? `[${item.checked ? 'x' : ' '}] ` : ''
  const lead = isTask && marker === '- ' ? box : marker + box
  const text = state.flow(item.children, narrower(width, lead), !item.spread)
  if (text === '' && lead === '- ') return ''
  return indent(text, ' '.repeat(lead.length), lead)
}

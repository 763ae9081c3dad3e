import type { List, ListItem } from 'mdast'
import { indent } from '../typeset/indent.ts'
import { remainingWidth } from './remaining-width.ts'
import type { State } from './state.ts'

/**
 * Prints a list with hanging indents and right-aligned numbers.
 * @param width columns, or 0 for no wrapping
 */
export function printList(list: List, state: State, width: number): string {
  const items = [...printItems(list, state, width)].filter((item) => item !== '')
  return items.join(findItemGap(list))
}

/** What is between the items of a list: those of a loose one (CommonMark 0.31, section 5.3) have a blank line between. */
export function findItemGap(list: List): string {
  return list.spread || list.children.some((item) => item.spread) ? '\n\n' : '\n'
}

/** Prints the items of a list one by one. @param width columns, or 0 for no wrapping */
export function* printItems(list: List, state: State, width: number): Generator<string> {
  const last = (list.start ?? 1) + list.children.length - 1
  const digits = String(last).length
  for (const [index, item] of list.children.entries()) {
    const number = String((list.start ?? 1) + index).padStart(digits)
    yield printItem(item, list.ordered ? `${number}. ` : '- ', state, width)
  }
}

/**
 * Prints one item after its marker. An empty item prints its number or checkbox, but no bare dash, which would look like
 * the start of a signature.
 * @param marker with a trailing space
 * @param width columns, or 0 for no wrapping
 */
export function printItem(item: ListItem, marker: string, state: State, width: number): string {
  const isTask = typeof item.checked === 'boolean'
  const box = isTask ? `[${item.checked ? 'x' : ' '}] ` : ''
  const lead = isTask && marker === '- ' ? box : marker + box
  const text = state.flow(item.children, remainingWidth(width, lead), !item.spread)
  if (text === '' && lead === '- ') return ''
  return indent(text, ' '.repeat(lead.length), lead)
}

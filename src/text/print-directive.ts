import type { List, ListItem } from 'mdast'
import type { Printer } from '../blocks/block-variables.ts'
import type { Block, BlockItem, Directive } from '../types.ts'
import type { Numbering } from './numbering.ts'
import type { State } from './state.ts'

/**
 * Prints a block by its template, or its label, body, parts and items one after the other if the theme has no plaintext template
 * for it. A directive that failed validation, and so is no block, prints its content.
 * @param width columns, or 0 for no wrapping
 */
export function printDirective(node: Directive, state: State, width: number): string {
  const block = node.data?.block
  if (!block) return state.flow(node.children, width)
  const rendered = renderBlock(block, state, width)
  if (rendered === null) return printFallback(block, state, width)
  return rendered.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
}

/**
 * Renders a block by its template. Links in content that the template does not print (the body of an `only` that is not
 * for plaintext) must not use up numbers: if there are any, the block is rendered again with those of the printed ones.
 */
function renderBlock(block: Block, state: State, width: number): string | null {
  const printer: Printer = {
    inline: (nodes) => state.inline(nodes),
    flow: (nodes) => state.flow(nodes, width === 0 ? 0 : width - block.spec.inset),
  }
  const numberings = [state.links, state.footnotes].map((numbering) => ({ numbering, size: numbering.size }))
  const first = state.renderBlock(block, printer, width)
  const shown = numberings.map(({ numbering, size }) => retainShown(numbering, size, first ?? ''))
  if (first === null || shown.every(({ isComplete }) => isComplete)) return first
  const second = state.renderBlock(block, printer, width)
  for (const { numbering, size } of shown) numbering.rewind(size)
  return second
}

/** Removes the new keys whose labels a text does not show, and renumbers the others without gaps. */
function retainShown(numbering: Numbering, size: number, text: string) {
  const added = numbering.since(size)
  const shown = added.filter(({ label }) => text.includes(`[${label}]`))
  numbering.rewind(size)
  for (const { key } of shown) numbering.label(key)
  return { numbering, size: numbering.size, isComplete: shown.length === added.length }
}

function printFallback(block: Block, state: State, width: number): string {
  const list: List = { type: 'list', ordered: false, children: block.items.map(createListItem) }
  const label = block.label ? [{ type: 'paragraph' as const, children: block.label }] : []
  return state.flow([...label, ...block.body, ...block.parts.flat(), list], width)
}

/** The first paragraph of an item with a URL becomes a link to it. */
function createListItem(item: BlockItem): ListItem {
  const [first, ...others] = item.children
  if (item.url === null || first?.type !== 'paragraph') return { type: 'listItem', children: item.children }
  const link = { type: 'link' as const, url: item.url, children: first.children as [] }
  return { type: 'listItem', children: [{ type: 'paragraph', children: [link] }, ...others] }
}

import type { List, ListItem } from 'mdast'
import type { Printer } from '../blocks/block-variables.ts'
import type { Block, BlockItem, Directive } from '../types.ts'
import type { LinkNumbering } from './link-numbering.ts'
import type { State } from './state.ts'

/**
 * Prints a block by its template, or its label, body and items as they are when the template has no form for plaintext.
 * A directive that was wrong, and so never became a block, prints what stands in it.
 * @param width columns, or 0 for endless lines
 */
export function printDirective(node: Directive, state: State, width: number): string {
  const block = node.data?.block
  if (!block) return state.flow(node.children, width)
  const drawn = draw(block, state, width)
  if (drawn === null) return printPlainly(block, state, width)
  return drawn.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
}

/**
 * Draws a block. What its template leaves out (the body of an `only` that is not for plaintext) must leave no numbers
 * behind, so that then the block is drawn a second time, with the numbers of what it shows.
 */
function draw(block: Block, state: State, width: number): string | null {
  const printer: Printer = {
    inline: (nodes) => state.inline(nodes),
    flow: (nodes) => state.flow(nodes, width === 0 ? 0 : width - block.spec.inset),
  }
  const ledgers = [state.links, state.footnotes].map((ledger) => ({ ledger, size: ledger.size }))
  const drawn = state.drawBlock(block, printer, width)
  const shown = ledgers.map(({ ledger, size }) => keepShown(ledger, size, drawn ?? ''))
  if (drawn === null || shown.every(({ isWhole }) => isWhole)) return drawn
  const again = state.drawBlock(block, printer, width)
  for (const { ledger, size } of shown) ledger.rewind(size)
  return again
}

/** Forgets the new numbers that a text does not show; the others close the gaps. */
function keepShown(ledger: LinkNumbering, size: number, text: string) {
  const fresh = ledger.since(size)
  const shown = fresh.filter(({ label }) => text.includes(`[${label}]`))
  ledger.rewind(size)
  for (const { key } of shown) ledger.mark(key)
  return { ledger, size: ledger.size, isWhole: shown.length === fresh.length }
}

function printPlainly(block: Block, state: State, width: number): string {
  const list: List = { type: 'list', ordered: false, children: block.items.map(toListItem) }
  const label = block.label ? [{ type: 'paragraph' as const, children: block.label }] : []
  return state.flow([...label, ...block.body, list], width)
}

/** An item that is one paragraph becomes the link that it stands for. */
function toListItem(item: BlockItem): ListItem {
  const [first, ...others] = item.children
  if (item.url === null || first?.type !== 'paragraph') return { type: 'listItem', children: item.children }
  const link = { type: 'link' as const, url: item.url, children: first.children as [] }
  return { type: 'listItem', children: [{ type: 'paragraph', children: [link] }, ...others] }
}

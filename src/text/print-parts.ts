import type { List, RootContent } from 'mdast'
import { isToken } from '../private-use.ts'
import { joinFlow, type PrintedBlock } from './join-flow.ts'
import { namePictures } from './name-pictures.ts'
import { findItemGap, printItems } from './print-list.ts'
import type { State } from './state.ts'

/** A piece of a section that a list of links may follow: a block, or an item of a list. */
export interface Part extends PrintedBlock {
  /** The addresses whose notes the text has, by their number. */
  links: Link[]
  /** For an item: its list, and what is between its items. */
  list?: { node: List; gap: string }
}

interface PrintedPart extends Part {
  node: RootContent
}

export interface Link {
  key: string
  label: string
}

/** Prints the blocks of a section, and the items of its lists, one by one. @param width columns, or 0 for no wrapping */
export function printParts(nodes: RootContent[], state: State, width: number): Part[] {
  const parts = nodes.flatMap((node): PrintedPart[] => {
    if (node.type === 'list') return printListParts(node, state, width)
    return [{ ...printPart(node.type, () => state.block(node, width), state), node }]
  })
  return namePictures(parts, `[${state.imageWord}]`).filter(({ text }) => text !== '')
}

/** Prints a part and finds which of the links in it are shown. */
export function printPart(type: RootContent['type'], print: () => string, state: State): Part {
  const { uses } = state.links
  const text = print()
  return { type, text, links: state.links.usedSince(uses).filter(({ label }) => text.includes(`[${label}]`)) }
}

function printListParts(node: List, state: State, width: number): PrintedPart[] {
  const list = { node, gap: findItemGap(node) }
  const items = printItems(node, state, width)
  return node.children.map(() => ({
    ...printPart('list', () => items.next().value ?? '', state),
    list,
    node,
  }))
}

/** Joins parts; items of the same list become one again. */
export function joinParts(parts: Part[]): string {
  const blocks: PrintedBlock[] = []
  let list: List | undefined
  for (const part of parts) {
    const last = blocks.at(-1)
    if (last && part.list && part.list.node === list) last.text += part.list.gap + part.text
    else blocks.push({ type: part.type, text: part.text })
    list = part.list?.node
  }
  return joinFlow(blocks, false)
}

/** True for a part that is nothing but merge tags, such as the beginning or end of a condition. */
export function isLogicPart({ text }: Part): boolean {
  return isToken(text.trim())
}

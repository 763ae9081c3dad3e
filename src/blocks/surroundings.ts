import type { Nodes } from 'mdast'
import type { Block, Surroundings } from '../types.ts'

/** The width of the text on the narrowest phones, 320 CSS pixels wide. */
export const smallPhone = 280

/** The space between two columns, in CSS pixels. */
export const columnGap = 24

/** Narrower columns stay below each other, in CSS pixels. */
const leastColumn = 120

/**
 * The shipped blocks with paddings, edges or margins around their content, by what these are wide together, in CSS pixels: the most of all
 * shipped templates (`test/browser/room.test.ts`).
 */
const insets: Record<string, number> = {
  callout: 46,
  card: 36,
  cta: 48,
  event: 48,
  'poll-results': 36,
  product: 50,
  quote: 48,
  sponsor: 50,
}

/** The shipped blocks without any. */
const plainBlocks = new Set([
  ...['author', 'chart', 'figure', 'hero', 'include', 'only', 'poll', 'share', 'stat', 'video'],
])

/** The width that the picture beside a card takes, with its space, in CSS pixels. */
const thumbnail = 120
/** The width below which a card has its picture above, in CSS pixels. */
const leastCard = 300

/** The inset of a list's item and of a quotation, and that of a newsletter's own block, whose style is not known. */
const indent = 24
const unknownInset = 48

/** On a panel, they have the ground of the sheet instead. */
const panels = new Set(['callout', 'cta', 'event', 'sponsor'])

/**
 * Resolves the surroundings of what is in a block.
 * @param outer those of the block itself
 */
export function enterBlock(outer: Surroundings, { spec: { name }, attributes, parts }: Block): Surroundings {
  const isOnPanel = panels.has(name) ? !outer.isOnPanel : outer.isOnPanel
  if (parts.length > 0) return { ...outer, room: measureColumn(outer.room, parts.length), isOnPanel }
  let inset = insets[name] ?? (plainBlocks.has(name) ? 0 : unknownInset)
  if (name === 'card' && attributes.image && !isCardAbove(outer.room, attributes)) inset += thumbnail
  return { room: outer.room - inset, inset: outer.inset + inset, isOnPanel }
}

/** Computes the width that there is on every screen, in CSS pixels. */
export function measureLeastRoom({ room, inset }: Surroundings): number {
  return Math.min(room, smallPhone - inset)
}

/** Whether a card has its picture above, because it says so or has too little room for one beside its words. */
export function isCardAbove(room: number, { layout }: Block['attributes']): boolean {
  return layout === 'above' || room < leastCard
}

/** Resolves the surroundings of what is in something that is indented: a list's item, a quotation. */
export function enterIndent(outer: Surroundings, inset = indent): Surroundings {
  return { ...outer, room: outer.room - inset, inset: outer.inset + inset }
}

/** Resolves the surroundings of a block from what it is in, from the root on. */
export function resolveSurroundings(
  ancestors: readonly Nodes[],
  tokens: Record<string, unknown>,
): Surroundings {
  return ancestors.reduce((outer, node) => {
    if (node.type === 'containerDirective')
      return node.data?.block ? enterBlock(outer, node.data.block) : outer
    return node.type === 'listItem' || node.type === 'blockquote' ? enterIndent(outer) : outer
  }, createSurroundings(tokens))
}

/** The width of the text in the shipped template, in CSS pixels. */
const usualRoom = 536

/**
 * Creates the surroundings of an issue's text.
 * @param tokens the template's, whose `width` and `gutter` are in CSS pixels
 */
export function createSurroundings({ width, gutter }: Record<string, unknown>): Surroundings {
  const isMeasured = typeof width === 'number' && typeof gutter === 'number'
  return { room: isMeasured ? width - 2 * gutter : usualRoom, inset: 0, isOnPanel: false }
}

/** Computes the width of each column, in CSS pixels; that of all where they do not find room beside each other. */
export function measureColumn(room: number, count: number): number {
  const column = Math.floor((room - columnGap * (count - 1)) / count)
  return column < leastColumn ? room : column
}

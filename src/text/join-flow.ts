import type { RootContent } from 'mdast'

export interface PrintedBlock {
  type: RootContent['type']
  text: string
}

/**
 * Puts printed blocks under each other: a blank line between them, two before a heading, none before a list in a tight
 * list item. Empty ones vanish.
 * @param blocks in their order
 * @param tight whether they stand in an item of a list that the author wrote without blank lines
 */
export function joinFlow(blocks: PrintedBlock[], tight: boolean): string {
  let printed = ''
  let above: PrintedBlock | undefined
  for (const block of blocks) {
    if (block.text === '') continue
    printed += (above ? gap(above, block, tight) : '') + block.text
    above = block
  }
  return printed
}

function gap(above: PrintedBlock, below: PrintedBlock, tight: boolean): string {
  if (below.type === 'heading' && above.type !== 'heading') return '\n\n\n'
  return tight && below.type === 'list' && above.type !== 'list' ? '\n' : '\n\n'
}

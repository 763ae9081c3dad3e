import type { RootContent } from 'mdast'

export interface PrintedBlock {
  type: RootContent['type']
  text: string
}

/**
 * Joins printed blocks: a blank line between them, two before a heading, none before a list in a tight list item. Two blocks
 * that have a rule above and below them share the one between. Empty blocks are dropped.
 * @param blocks in document order
 * @param tight whether the blocks are the content of an item of a tight list (CommonMark 0.31, section 5.3)
 */
export function joinFlow(blocks: PrintedBlock[], tight: boolean): string {
  let printed = ''
  let previous: PrintedBlock | undefined
  for (const block of blocks) {
    if (block.text === '') continue
    const shared = previous && findSharedRule(previous.text, block.text)
    if (shared) printed += block.text.slice(shared.length)
    else printed += (previous ? separator(previous, block, tight) : '') + block.text
    previous = block
  }
  return printed
}

function separator(previous: PrintedBlock, next: PrintedBlock, tight: boolean): string {
  if (next.type === 'heading' && previous.type !== 'heading') return '\n\n\n'
  return tight && next.type === 'list' && previous.type !== 'list' ? '\n' : '\n\n'
}

/** The rule that is the last line of one text and the first of the next. */
function findSharedRule(previous: string, next: string): string | undefined {
  const rule = /^-{24}(?=\n)/.exec(next)?.[0]
  return rule !== undefined && previous.endsWith(`\n${rule}`) ? rule : undefined
}

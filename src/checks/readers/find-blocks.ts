import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { memoize } from '../../hast/memoize.ts'
import type { Block, Directive } from '../../types.ts'

/** A directive of the Markdown and the block that it is. */
export interface NamedBlock {
  node: Directive
  block: Block
}

/**
 * All blocks of one name; one with a mistake is no block.
 * @param name the block's: `poll`
 * @param tree the context's
 * @returns in the order of the Markdown
 */
export function findBlocks(name: string, tree: Root): NamedBlock[] {
  return extractBlocks(tree).filter(({ node }) => node.name === name)
}

const extractBlocks = memoize((tree: Root): NamedBlock[] => {
  const found: NamedBlock[] = []
  visit(tree, (node) => {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return
    const block = node.data?.block
    if (block) found.push({ node, block })
  })
  return found
})

import type { Nodes, Root } from 'mdast'
import { memoize } from '../../hast/memoize.ts'
import { walkTree } from '../../hast/walk-tree.ts'
import type { Block, Directive } from '../../types.ts'

/** A block and its directive in the Markdown. */
export interface NamedBlock {
  node: Directive
  block: Block
}

/**
 * Finds all valid blocks with a name; blocks with errors are left out.
 * @param name the block's name: `poll`
 * @param tree the context's
 * @returns in the order of the Markdown
 */
export function findBlocks(name: string, tree: Root): NamedBlock[] {
  return listBlocks(tree).filter(({ node }) => node.name === name)
}

/**
 * Lists all valid blocks.
 * @param tree the context's
 * @returns in the order of the Markdown
 */
export const listBlocks = memoize((tree: Root): NamedBlock[] => {
  const found: NamedBlock[] = []
  walkTree<Nodes>(tree, (node) => {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return
    const block = node.data?.block
    if (block) found.push({ node, block })
  })
  return found
})

import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Block, Directive } from '../../issue.ts'
import { once } from './once.ts'

/** A directive of the Markdown and the block that it was held to be. */
export interface NamedBlock {
  node: Directive
  block: Block
}

/** All blocks of one name, in the order of the Markdown. */
export function blocksNamed(name: string, tree: Root): NamedBlock[] {
  return toBlocks(tree).filter(({ node }) => node.name === name)
}

const toBlocks = once((tree: Root): NamedBlock[] => {
  const found: NamedBlock[] = []
  visit(tree, (node) => {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return
    const block = node.data?.block
    if (block) found.push({ node, block })
  })
  return found
})

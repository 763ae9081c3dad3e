import type { Definition, Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { walkTree } from '../hast/walk-tree.ts'

/**
 * Replaces reference links and images (`[text][label]`) in a tree by inline ones, so that later steps handle one kind. The
 * first of several definitions with the same label takes precedence (CommonMark 0.31, section 4.7).
 */
export function inlineReferences(tree: Root): void {
  const definitions = new Map<string, Definition>()
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  })
  if (definitions.size === 0) return
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return
    const definition = definitions.get(node.identifier)
    if (!definition) return
    const { url, title } = definition
    const definedIn = definition.data?.definedIn
    const data = definedIn && { data: { definedIn } }
    const { position } = node
    parent.children[index] =
      node.type === 'linkReference'
        ? { type: 'link', url, title, children: node.children, position, ...data }
        : { type: 'image', url, title, alt: node.alt, position, ...data }
  })
}

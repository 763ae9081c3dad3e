import type { Nodes, Root } from 'mdast'
import { memoize } from '../../hast/memoize.ts'
import { walkTree } from '../../hast/walk-tree.ts'

/**
 * Finds all nodes of a type in an issue's Markdown. The tree is walked once for all checks.
 * @param tree the context's
 * @returns in the order of the Markdown
 */
export function findNodes<Type extends Nodes['type']>(
  tree: Root,
  type: Type,
): readonly Extract<Nodes, { type: Type }>[] {
  return (groupByType(tree).get(type) ?? []) as Extract<Nodes, { type: Type }>[]
}

const groupByType = memoize((tree: Root): Map<string, Nodes[]> => {
  const groups = new Map<string, Nodes[]>()
  walkTree<Nodes>(tree, (node) => {
    const known = groups.get(node.type)
    if (known) known.push(node)
    else groups.set(node.type, [node])
  })
  return groups
})

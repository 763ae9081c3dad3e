import type { Node, Parent } from 'unist'

/** What a function for `walkTree` returns to leave out the content of a node. */
export const skipContent = 'skip'

/**
 * Calls a function for each node of a tree, parents before their content. It can less than `unist-util-visit` and takes a
 * fraction of its time: nodes can be changed or replaced meanwhile, but none added or removed before the one that is visited.
 * @param tree the root, which is visited as well
 * @param enter is called with a node, its parent and its index there; returns `skipContent` to leave out the node's content
 */
export function walkTree<Nodes extends Node>(
  tree: Nodes,
  enter: (node: Nodes, parent: Nodes | undefined, index: number) => unknown,
  parent?: Nodes,
  index = 0,
): void {
  if (enter(tree, parent, index) === skipContent || !('children' in tree)) return
  const children = tree.children as Nodes[]
  for (let at = 0; at < children.length; at += 1) walkTree(children[at] as Nodes, enter, tree, at)
}

/**
 * Calls a function for each node of a tree as `walkTree` does, with the node's ancestors, of which `unist-util-visit-parents`
 * makes a new list for each node.
 * @param enter its second argument, the root first, changes during the walk: what is needed later has to be copied
 */
export function walkWithAncestors<Nodes extends Node>(
  tree: Nodes,
  enter: (node: Nodes, ancestors: Extract<Nodes, Parent>[]) => unknown,
  ancestors: Extract<Nodes, Parent>[] = [],
): void {
  if (enter(tree, ancestors) === skipContent || !('children' in tree)) return
  const parent = tree as Extract<Nodes, Parent>
  ancestors.push(parent)
  for (let at = 0; at < parent.children.length; at += 1)
    walkWithAncestors(parent.children[at] as Nodes, enter, ancestors)
  ancestors.pop()
}

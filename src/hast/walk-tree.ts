import type { Node } from 'unist'

/** What a function for `walkTree` returns to leave out the content of a node. */
export const skipContent = 'skip'

/**
 * Calls a function for each node of a tree, parents before their content. For trees that are only read, since it can less
 * than `unist-util-visit` and takes a fraction of its time.
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

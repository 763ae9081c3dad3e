import type { Node } from 'unist'

/** What a function for `walkTree` returns to leave out the content of a node. */
export const skipContent = 'skip'

/**
 * Calls a function for each node of a tree, parents before their content. For trees that are only read, since it can less
 * than `unist-util-visit` and takes a fraction of its time.
 * @param tree the root, which is visited as well
 * @param enter is called with a node and its parent; returns `skipContent` to leave out the node's content
 */
export function walkTree<Nodes extends Node>(
  tree: Nodes,
  enter: (node: Nodes, parent: Nodes | undefined) => unknown,
  parent?: Nodes,
): void {
  if (enter(tree, parent) === skipContent || !('children' in tree)) return
  for (const child of tree.children as Nodes[]) walkTree(child, enter, tree)
}

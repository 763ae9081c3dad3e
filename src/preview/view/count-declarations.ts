import type { ChildNode, Root } from 'postcss'

/** How many declarations a piece of CSS holds. */
export function countDeclarations(node: ChildNode | Root): number {
  if (node.type === 'decl') return 1
  if (node.type === 'comment') return 0
  return (node.nodes ?? []).reduce((sum, child) => sum + countDeclarations(child), 0)
}

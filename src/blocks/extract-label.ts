import type { Directive, PhrasingContent, RootContent } from '../types.ts'

/** A directive's `[label]`, apart from what it holds. An empty pair of brackets is no label. */
export function extractLabel(node: Directive): { label: PhrasingContent[] | null; rest: RootContent[] } {
  if (node.type === 'leafDirective')
    return { label: node.children.length > 0 ? node.children : null, rest: [] }
  const [first, ...rest] = node.children
  if (first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data)
    return { label: first.children.length > 0 ? first.children : null, rest }
  return { label: null, rest: node.children }
}

import type { Block, BlockSpec, Directive, PhrasingContent, RootContent, Surroundings } from '../types.ts'
import type { BlockContext } from './block-context.ts'
import { extractItems } from './extract-items.ts'
import { extractParts } from './extract-parts.ts'
import { validateAttributes } from './validate-attributes.ts'

/** Extracts the label, items, parts, body and attributes of a directive by its spec, and reports what does not fit it. */
export function extractBlock(
  node: Directive,
  spec: BlockSpec,
  surroundings: Surroundings,
  context: BlockContext,
): Block {
  const { label, rest } = extractLabel(node)
  const { items, body } = spec.items ? extractItems(node, spec, rest, context) : { items: [], body: rest }
  const parts = spec.parts ? extractParts(node, spec, body, context) : []
  const attributes = validateAttributes(node, spec, context)
  return { spec, attributes, label, body: spec.parts ? [] : body, items, parts, surroundings, extra: null }
}

/** Parts a directive's `[label]` from its content. Empty brackets are no label. */
function extractLabel(node: Directive): { label: PhrasingContent[] | null; rest: RootContent[] } {
  if (node.type === 'leafDirective')
    return { label: node.children.length > 0 ? node.children : null, rest: [] }
  const [first, ...rest] = node.children
  if (first?.type === 'paragraph' && first.data && 'directiveLabel' in first.data)
    return { label: first.children.length > 0 ? first.children : null, rest }
  return { label: null, rest: node.children }
}

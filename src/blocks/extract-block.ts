import type { Block, BlockSpec, Directive } from '../types.ts'
import type { BlockContext } from './block-context.ts'
import { extractItems } from './extract-items.ts'
import { extractLabel } from './extract-label.ts'
import { validateAttributes } from './validate-attributes.ts'

/** The label, items, body and attributes of a directive as its spec wants them; mistakes are reported. */
export function extractBlock(node: Directive, spec: BlockSpec, context: BlockContext): Block {
  const { label, rest } = extractLabel(node)
  const { items, body } = spec.items ? extractItems(node, spec, rest, context) : { items: [], body: rest }
  const attributes = validateAttributes(node, spec, context)
  return { spec, attributes, label, body, items, extra: null }
}

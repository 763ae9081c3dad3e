import type { Block, BlockItem, PhrasingContent, RootContent } from '../types.ts'

/** Prints Markdown in one medium: as markup in HTML, as lines in plaintext. */
export interface Printer {
  inline(nodes: PhrasingContent[]): unknown
  flow(nodes: RootContent[]): unknown
}

/**
 * Creates the variables of a block's template, the same in HTML and in plaintext.
 * @param block a directive that was validated against its spec
 * @param printer prints the label, the body, the items and the parts in the template's medium
 */
export function createBlockVariables(block: Block, printer: Printer): Record<string, unknown> {
  return {
    attributes: block.attributes,
    label: block.label ? printer.inline(block.label) : null,
    body: block.body.length > 0 ? printer.flow(block.body) : null,
    items: block.items.map((item) => createItemView(item, printer)),
    parts: block.parts.map((part) => printer.flow(part)),
    ...block.extra?.variables,
  }
}

function createItemView(item: BlockItem, printer: Printer): Record<string, unknown> {
  const [first, ...rest] = item.children
  const text =
    first?.type === 'paragraph' && rest.length === 0
      ? printer.inline(first.children)
      : printer.flow(item.children)
  return { text, url: item.url, id: item.id, index: item.index }
}

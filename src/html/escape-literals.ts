import type { Root } from 'hast'
import { visit } from 'unist-util-visit'

/** Attributes that hold addresses, in which braces are percent-encoded, or what no reader sees. */
const passed = new Set(['href', 'src', 'style', 'className', 'id', 'rel'])

/**
 * Makes text of what the provider's engine would take for a tag: a code sample's braces above all. The author's own
 * tags are tokens by now.
 * @param literal `protectLiterals` of the tags
 */
export function escapeLiterals(tree: Root, literal: (text: string) => string): void {
  visit(tree, (node) => {
    if (node.type === 'text') node.value = literal(node.value)
    if (node.type !== 'element') return
    for (const [name, value] of Object.entries(node.properties))
      if (typeof value === 'string' && !passed.has(name)) node.properties[name] = literal(value)
  })
}

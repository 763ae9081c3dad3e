import type { JuiceElement, JuiceNode } from 'juice/client.js'
import type { VisibleFeatures } from '../css/visible-features.ts'
import { copyText } from '../memoize-text.ts'

/**
 * What a style sheet can see of an element: its name, classes and attributes, and those of each of its ancestors. All
 * elements in one context match the same rules, so that their styles differ only where their `style` attributes do.
 */
export interface StyleContext {
  parent: StyleContext | undefined
  /** The contexts of elements in an element of this one, by their signature. */
  children: Map<string, StyleContext>
  /** `style` attributes after inlining, by the attribute before, which is empty for none; `undefined` where it stays. */
  styles: Map<string, string | undefined>
}

/** Creates a context; without a parent, that of a document. */
export function createStyleContext(parent?: StyleContext): StyleContext {
  return { parent, children: new Map(), styles: new Map() }
}

/** The context of an element in an element of a given context. It is created if there is none. */
export function resolveContext(
  parent: StyleContext,
  element: JuiceElement,
  features: VisibleFeatures,
): StyleContext {
  const signature = formatSignature(element, features)
  const existing = parent.children.get(signature)
  if (existing) return existing
  const created = createStyleContext(parent)
  parent.children.set(copyText(signature), created)
  return created
}

/** What selectors see of an element itself. The name and the classes have no white space, and JSON no line breaks. */
function formatSignature({ name, attribs }: JuiceElement, { classes, attributes }: VisibleFeatures): string {
  let signature = name
  for (const className of attribs.class?.split(/\s+/) ?? [])
    if (classes.has(className)) signature += ` ${className}`
  for (const attribute of attributes) signature += `\n${JSON.stringify(attribs[attribute] ?? null)}`
  return signature
}

/** The elements among a node's children. */
export function childElements(node: JuiceNode): JuiceElement[] {
  return (node.children ?? []).filter(isElement)
}

function isElement(node: JuiceNode): node is JuiceElement {
  return node.type === 'tag' || node.type === 'script' || node.type === 'style'
}

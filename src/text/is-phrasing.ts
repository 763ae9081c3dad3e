import type { Nodes, PhrasingContent } from 'mdast'

const phrasing: Record<PhrasingContent['type'], true> = {
  text: true,
  emphasis: true,
  strong: true,
  delete: true,
  inlineCode: true,
  break: true,
  html: true,
  image: true,
  imageReference: true,
  link: true,
  linkReference: true,
  footnoteReference: true,
  textDirective: true,
}

/** True for inline content; the compiler names a kind that is forgotten here. */
export function isPhrasing(node: Nodes): node is PhrasingContent {
  return Object.hasOwn(phrasing, node.type)
}

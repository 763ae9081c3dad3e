import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'

/** The types of inline nodes. A missing type is a compile error. */
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

/** Wraps each run of inline nodes among blocks, such as the content of a leaf directive, in a paragraph. */
export function groupPhrasing(nodes: RootContent[]): RootContent[] {
  if (!nodes.some((node) => isPhrasing(node) && node.type !== 'html')) return nodes
  const grouped: RootContent[] = []
  let run: Paragraph | undefined
  for (const node of nodes) {
    if (!isPhrasing(node)) {
      run = undefined
      grouped.push(node)
    } else if (run) {
      run.children.push(node)
    } else {
      run = { type: 'paragraph', children: [node] }
      grouped.push(run)
    }
  }
  return grouped
}

function isPhrasing(node: Nodes): node is PhrasingContent {
  return Object.hasOwn(phrasing, node.type)
}

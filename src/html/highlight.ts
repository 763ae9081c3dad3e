import type { Element, ElementContent, Nodes, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { walkTree } from '../hast/walk-tree.ts'

/**
 * Highlights code blocks in languages that the highlighter supports, in place: it adds classes, which the template's
 * style sheet colours. The highlighter is loaded only for issues with such code.
 */
export async function highlight(tree: Root): Promise<void> {
  const blocks: { node: Element; language: string }[] = []
  walkTree<Nodes>(tree, (node) => {
    if (node.type !== 'element' || node.tagName !== 'pre') return
    const code = node.children[0]
    if (code?.type !== 'element' || code.tagName !== 'code') return
    const language = languageOf(code)
    code.properties = {}
    if (language !== undefined) blocks.push({ node: code, language })
  })
  if (blocks.length === 0) return
  const { highlighter } = await import('./highlighter.ts')
  for (const { node, language } of blocks) {
    if (!highlighter.registered(language)) continue
    node.children = reduceClasses(highlighter.highlight(language, toText(node)).children as ElementContent[])
  }
}

function languageOf(code: Element): string | undefined {
  const classes = code.properties.className
  const name = Array.isArray(classes)
    ? classes.find((item) => String(item).startsWith('language-'))
    : undefined
  return name === undefined ? undefined : String(name).slice('language-'.length).toLowerCase()
}

/** Only the first class determines the colour; the others are removed to save bytes. */
function reduceClasses(nodes: ElementContent[]): ElementContent[] {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const classes = node.properties.className
    if (Array.isArray(classes)) node.properties.className = classes.slice(0, 1)
    node.children = reduceClasses(node.children)
  }
  return nodes
}

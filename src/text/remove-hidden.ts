import type { RootContent as HastContent } from 'hast'
import type { RootContent } from 'mdast'
import { isHidden, isStripped } from './elements.ts'
import { parseSiblings, splitPlaceholders } from './parse-html.ts'

const TAG_OR_STYLE = /<([a-z]+)|display\s*:\s*none/gi

/**
 * Removes the Markdown between the tags of an element that is invisible in the HTML: `<object>`, blank line, a paragraph,
 * blank line, `</object>`.
 * @param nodes siblings
 */
export function removeHidden(nodes: RootContent[]): RootContent[] {
  if (!nodes.some(mayHide)) return nodes
  const visible = new Set(findVisible(parseSiblings(nodes)))
  return nodes.filter((node, index) => node.type === 'html' || visible.has(index))
}

/** A quick test, so that only the few texts that need it are parsed. */
function mayHide(node: RootContent): boolean {
  if (node.type !== 'html') return false
  return [...node.value.matchAll(TAG_OR_STYLE)].some(
    ([, name]) => name === undefined || isStripped(name.toLowerCase()),
  )
}

function findVisible(tree: HastContent[]): number[] {
  return tree.flatMap((node): number[] => {
    if (node.type === 'text') return findPlaceholders(node.value)
    if (node.type !== 'element' || isStripped(node.tagName) || isHidden(node.properties)) return []
    return findVisible(node.children)
  })
}

function findPlaceholders(text: string): number[] {
  return splitPlaceholders(text)
    .filter((_, index) => index % 2 === 1)
    .map(Number)
}

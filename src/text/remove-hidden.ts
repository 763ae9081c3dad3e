import type { RootContent as HastContent } from 'hast'
import type { RootContent } from 'mdast'
import { isHidden, isStripped } from './elements.ts'
import { parseAmong, splitPlaceholders } from './parse-html.ts'

const TAG_OR_STYLE = /<([a-z]+)|display\s*:\s*none/gi

/**
 * Leaves out the Markdown that stands between the tags of an element which no reader of the HTML sees: `<object>`, blank
 * line, a paragraph, blank line, `</object>`.
 * @param nodes siblings
 */
export function removeHidden(nodes: RootContent[]): RootContent[] {
  if (!nodes.some(mayHide)) return nodes
  const seen = new Set(findSeen(parseAmong(nodes)))
  return nodes.filter((node, index) => node.type === 'html' || seen.has(index))
}

/** Parsing is for the few texts that need it. */
function mayHide(node: RootContent): boolean {
  if (node.type !== 'html') return false
  return [...node.value.matchAll(TAG_OR_STYLE)].some(
    ([, name]) => name === undefined || isStripped(name.toLowerCase()),
  )
}

function findSeen(tree: HastContent[]): number[] {
  return tree.flatMap((node): number[] => {
    if (node.type === 'text') return findStandIns(node.value)
    if (node.type !== 'element' || isStripped(node.tagName) || isHidden(node.properties)) return []
    return findSeen(node.children)
  })
}

function findStandIns(text: string): number[] {
  return splitPlaceholders(text)
    .filter((_, index) => index % 2 === 1)
    .map(Number)
}

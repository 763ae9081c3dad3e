import type { PhrasingContent } from 'mdast'
import { htmlToPhrasing } from './html-to-phrasing.ts'
import { parseInline } from './parse-html.ts'

/**
 * Converts the HTML tags among inline content to Markdown nodes: Markdown parses `<a href="…">text</a>` as a tag, a text
 * and a tag, which become one link. Comments are removed, unknown elements are replaced by their content.
 * @param nodes siblings
 * @returns siblings without `html` nodes
 */
export function resolveHtml(nodes: PhrasingContent[]): PhrasingContent[] {
  if (!nodes.some((node) => node.type === 'html')) return nodes
  return htmlToPhrasing(parseInline(nodes), nodes)
}

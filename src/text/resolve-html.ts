import type { PhrasingContent } from 'mdast'
import { htmlToPhrasing } from './html-to-phrasing.ts'
import { parseInline } from './parse-html.ts'

/**
 * Reads the HTML tags among inline content as what they mean: Markdown leaves `<a href="…">text</a>` as a tag, a text
 * and a tag, and this makes a link of them. Comments vanish, unknown tags leave their content.
 * @param nodes siblings
 * @returns siblings without `html` nodes
 */
export function resolveHtml(nodes: PhrasingContent[]): PhrasingContent[] {
  if (!nodes.some((node) => node.type === 'html')) return nodes
  return htmlToPhrasing(parseInline(nodes), nodes)
}

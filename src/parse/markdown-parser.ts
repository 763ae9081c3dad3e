import type { Root } from 'mdast'
import type { Settings } from '../settings.ts'
import { parseMarkdown } from './markdown.ts'

/** Parses an issue's Markdown, as `parseMarkdown` does. */
export type MarkdownParser = (text: string) => Root

/**
 * Creates a parser for one issue, which is rendered several times: for each target and for the web. The same text is
 * parsed once, since parsing takes longer than any other step. Each call returns a tree of its own.
 * @param markdown the settings; with plugins nothing is cached, since the data that they add to a tree may not be reusable
 */
export function createMarkdownParser(markdown: Settings['markdown']): MarkdownParser {
  let known: { text: string; tree: Root } | undefined
  return (text) => {
    if (markdown.remarkPlugins.length > 0) return parseMarkdown(text, markdown)
    if (known?.text !== text) known = { text, tree: parseMarkdown(text, markdown) }
    return structuredClone(known.tree)
  }
}

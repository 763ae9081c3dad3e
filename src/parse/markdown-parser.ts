import type { Root } from 'mdast'
import type { Pluggable } from 'unified'
import { parseMarkdown } from './markdown.ts'

/** Parses an issue's Markdown, as `parseMarkdown` does. */
export type MarkdownParser = (text: string) => Root

/**
 * Creates a parser for one issue, which is rendered several times: for each target and for the web. The same text is
 * parsed once, since parsing takes longer than any other step. Each call returns a tree of its own.
 * @param plugins the author's plugins; with any, nothing is cached, since the data that they add to a tree may not be
 *   reusable
 */
export function createMarkdownParser(plugins: Pluggable[]): MarkdownParser {
  let known: { text: string; tree: Root } | undefined
  return (text) => {
    if (plugins.length > 0) return parseMarkdown(text, plugins)
    if (known?.text !== text) known = { text, tree: parseMarkdown(text) }
    return structuredClone(known.tree)
  }
}

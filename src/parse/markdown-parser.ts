import type { Root } from 'mdast'
import type { Pluggable } from 'unified'
import { parseMarkdown } from './markdown.ts'

/** Parses an issue's Markdown, as `parseMarkdown` does. */
export type MarkdownParser = (text: string) => Root

/**
 * A parser for one issue, which is rendered several times: for each target and for the web. The same text is parsed once,
 * since that takes longer than anything else; each call gives a tree of its own.
 * @param plugins the author's; with any, each call parses anew, since what they hang on a tree may be of one use only
 */
export function createMarkdownParser(plugins: Pluggable[]): MarkdownParser {
  let known: { text: string; tree: Root } | undefined
  return (text) => {
    if (plugins.length > 0) return parseMarkdown(text, plugins)
    if (known?.text !== text) known = { text, tree: parseMarkdown(text) }
    return structuredClone(known.tree)
  }
}

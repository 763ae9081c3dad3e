import type { Root } from 'mdast'
import type { Settings } from '../settings.ts'
import { parseMarkdown } from './markdown.ts'
import { parseSections } from './parse-sections.ts'
import { createTree, measureChange, type SectionedText } from './sectioned-text.ts'

/** Parses an issue's Markdown, as `parseMarkdown` does. */
export type MarkdownParser = (text: string) => Root

/** How many texts of an issue are stored: it may differ between targets, and by what `parseWithHtml` replaces. */
const MAX_TEXTS = 4

/**
 * Creates a parser for one issue, which is rendered several times: for each target and for the web, and by `issue watch`
 * after each save. Only what differs from one of the last texts is parsed, since parsing takes longer than any other
 * step. Each call returns a tree of its own.
 * @param markdown the settings; with plugins nothing is cached, since the data that they add to a tree may not be reusable
 */
export function createMarkdownParser(markdown: Settings['markdown']): MarkdownParser {
  /** The last one used comes first. */
  let known: SectionedText[] = []
  return (text) => {
    if (markdown.remarkPlugins.length > 0) return parseMarkdown(text, markdown)
    const parsed =
      known.find((each) => each.text === text) ?? parseSections(text, markdown, findNearest(known, text))
    known = [parsed, ...known.filter((each) => each !== parsed)].slice(0, MAX_TEXTS)
    return createTree(parsed)
  }
}

/** The text of which the most can be reused. */
function findNearest(known: readonly SectionedText[], text: string): SectionedText | undefined {
  let nearest: { each: SectionedText; size: number } | undefined
  for (const each of known) {
    const size = measureChange(each, text)
    if (size < (nearest?.size ?? text.length)) nearest = { each, size }
  }
  return nearest?.each
}

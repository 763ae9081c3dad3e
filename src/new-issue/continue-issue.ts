import type { Root } from 'mdast'
import { parseMarkdown } from '../parse/markdown.ts'
import { type HeadEntry, parseEntry, splitHead } from './head-entries.ts'

/** Front matter that describes the newsletter and not one issue. */
const constantKeys = new Set(['author', 'from', 'template', 'lang', 'dir'])

/** What every issue has of its own. */
const ownKeys = new Set(['subject', 'title', 'preheader', 'slug', 'date', 'number', 'draft', 'sponsor'])

/** How many issues before the last one are compared with it. */
const compared = 8

/** What the next issue has in common with the last ones. */
export interface Continuation {
  /** The entries of the last issue in their order; those of `ownKeys` are to be replaced. */
  entries: HeadEntry[]
  /** Whether the title is a heading in the text. */
  hasTitleHeading: boolean
  /** The headings of sections, as they are written. */
  sections: string[]
}

/**
 * Finds what the next issue has in common with the last ones: of the front matter what the last two agree on, and the
 * headings that the last issue shares with one before. Of a single issue, the sender, language and template, and all
 * headings.
 * @param texts those of the issues, the last one first; at least one
 */
export function continueIssue(texts: readonly string[]): Continuation {
  const [last = '', ...earlier] = texts.slice(0, compared + 1)
  const { entries, body } = splitHead(last)
  const before = earlier[0] === undefined ? undefined : splitHead(earlier[0]).entries
  const isCommon = ({ key, text }: HeadEntry): boolean =>
    key !== undefined &&
    (before
      ? before.some((other) => other.key === key && other.text.trim() === text.trim())
      : constantKeys.has(key))
  const headings = listHeadings(body)
  const known = new Set(
    earlier.flatMap((text) => listHeadings(splitHead(text).body).map(({ source }) => source)),
  )
  const sections = headings.filter(
    ({ depth, source }) => depth > 1 && (earlier.length === 0 || known.has(source)),
  )
  return {
    entries: entries.filter((entry) => ownKeys.has(entry.key ?? '') || isCommon(entry)),
    hasTitleHeading: headings[0]?.depth === 1 && parseEntry(entries, 'title') === undefined,
    sections: sections.map(({ source }) => source),
  }
}

function listHeadings(body: string): { depth: number; source: string }[] {
  const tree: Root = parseMarkdown(body)
  return tree.children.flatMap((node) => {
    if (node.type !== 'heading' || !node.position) return []
    const { start, end } = node.position
    return { depth: node.depth, source: body.slice(start.offset, end.offset).trim() }
  })
}

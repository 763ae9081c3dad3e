import type { ListItem, Text } from 'mdast'
import type { Position } from 'unist'

/** The id that an author gave to an item, as written, and its place. */
export interface GivenId {
  id: string
  place: Position | undefined
}

/** At the end of a line: `{#loved}`. After a backslash it is text; `{# … #}` is a comment of some template engines. */
const idAtLineEnd = /(?<!\\)\{#((?:[^{}]*[^{}#])?)\}[ \t]*$/
const idMarker = /[ \t]*\{#[^{}\n]*\}[ \t]*(?=\r?\n|$)/

/**
 * Extracts an item's id from the end of its first line, `- Loved it {#loved}`, and removes it from the item's text.
 * @param source the text that the tree's offsets refer to
 * @returns the id, not validated; `undefined` when the item has none
 */
export function extractItemId(item: ListItem, source: string): GivenId | undefined {
  const [paragraph] = item.children
  const start = paragraph?.position?.start
  if (paragraph?.type !== 'paragraph' || start?.offset === undefined) return undefined
  const line = /^[^\r\n]*/.exec(source.slice(start.offset))?.[0] ?? ''
  const match = idAtLineEnd.exec(line)
  const text = match && findFirstLineEnd(paragraph.children)
  if (!text || !idMarker.test(text.value)) return undefined
  text.value = text.value.replace(idMarker, '')
  if (text.value === '') paragraph.children = paragraph.children.filter((child) => child !== text)
  const at = (index: number) => ({
    line: start.line,
    column: start.column + index,
    offset: (start.offset ?? 0) + index,
  })
  return {
    id: match[1] ?? '',
    place: { start: at(match.index), end: at(match.index + match[0].trimEnd().length) },
  }
}

/** Finds the text node that a paragraph's first line ends with, if it ends with one. */
function findFirstLineEnd(children: { type: string; value?: string }[]): Text | undefined {
  const index = children.findIndex(({ type, value }) => type === 'break' || value?.includes('\n'))
  const last = index === -1 ? children.at(-1) : children[index]
  const found = last?.type === 'break' ? children[index - 1] : last
  return found?.type === 'text' ? (found as Text) : undefined
}

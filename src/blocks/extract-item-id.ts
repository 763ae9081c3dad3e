import type { ListItem, Text } from 'mdast'
import type { Position } from 'unist'

/** An id that an item was given, as written, and where it stands. */
export interface GivenId {
  id: string
  place: Position | undefined
}

/** At the end of a line: `{#loved}`. Behind a backslash it is text, and `{# … #}` is a comment of some engines. */
const idAtLineEnd = /(?<!\\)\{#((?:[^{}]*[^{}#])?)\}[ \t]*$/
const idMarker = /[ \t]*\{#[^{}\n]*\}[ \t]*(?=\r?\n|$)/

/**
 * Removes the id that an item was given from the end of its first line, and returns it: `- Loved it {#loved}`.
 * @param source the text that the tree's offsets count in
 */
export function extractItemId(item: ListItem, source: string): GivenId | undefined {
  const [paragraph] = item.children
  const start = paragraph?.position?.start
  if (paragraph?.type !== 'paragraph' || start?.offset === undefined) return undefined
  const line = /^[^\r\n]*/.exec(source.slice(start.offset))?.[0] ?? ''
  const match = idAtLineEnd.exec(line)
  const text = match && endOfFirstLine(paragraph.children)
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

/** The text that a paragraph's first line ends with, if it is one. */
function endOfFirstLine(children: { type: string; value?: string }[]): Text | undefined {
  const index = children.findIndex(({ type, value }) => type === 'break' || value?.includes('\n'))
  const last = index === -1 ? children.at(-1) : children[index]
  const found = last?.type === 'break' ? children[index - 1] : last
  return found?.type === 'text' ? (found as Text) : undefined
}

/** Finds code and markup in an author's text before it is parsed. */
import { noteFiller } from '../private-use.ts'

/** The ranges of fenced code, in which tags are samples. */
export function findFences(source: string): [number, number][] {
  const ranges: [number, number][] = []
  const fence = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}|~{3,})[^\n]*$/gm
  let open: { mark: string; start: number } | undefined
  for (const match of source.matchAll(fence)) {
    const mark = match[1] ?? ''
    if (!open) open = { mark, start: match.index }
    else if (mark.startsWith(open.mark) && /[`~][ \t]*\r?$/.test(match[0])) {
      ranges.push([open.start, match.index + match[0].length])
      open = undefined
    }
  }
  if (open) ranges.push([open.start, source.length])
  return ranges
}

/**
 * True for an offset in one of the ranges.
 * @param ranges in their order, none within another
 */
export function isWithin(ranges: readonly [number, number][], offset: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[0] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return offset < (ranges[low - 1]?.[1] ?? 0)
}

/** True for a tag that is alone on its line. */
export function isAlone(tag: string, offset: number, source: string): boolean {
  lineBegins.lastIndex = offset
  lineEnds.lastIndex = offset + tag.length
  return lineBegins.test(source) && lineEnds.test(source)
}

const lineBegins = /(?<=(?:^|\n)[ \t>]*)/y
const lineEnds = /[^\S\n]*(?:\n|$)/y

/** True for an offset within an open HTML tag or code span, where an HTML comment would be text. */
export function isInMarkup(offset: number, source: string): boolean {
  const paragraph =
    /(?:^|\n[ \t]*\n)((?:(?!\n[ \t]*\n)[\s\S])*)$/.exec(
      source.slice(Math.max(0, offset - 2000), offset),
    )?.[1] ?? ''
  const ticks = paragraph.match(/`/g)?.length ?? 0
  return /<[a-z][^<>]*$/i.test(paragraph) || ticks % 2 === 1
}

/** The labels of the link definitions in a text: `[[name]]` is a link in brackets if there is a `[name]: …`. */
export function findLabels(source: string): Set<string> {
  return new Set(
    [...source.matchAll(/^[ \t>]*\[([^[\]\n]+)\]:/gm)].map(([, label = '']) => label.toLowerCase()),
  )
}

const leadingNote =
  /^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(<!--(?!\[|-->)(?:(?!-->)[^\n])*-->[ \t]*)(?=[^\s<])/gm

/**
 * Replaces an author's notes, which are comments before a sentence, by fillers of the same length. For Markdown a comment
 * at the start of a line makes raw HTML of the whole line (CommonMark 0.31, HTML blocks, kind 2).
 */
export function replaceNotes(text: string, fences: [number, number][]): string {
  return text.replace(leadingNote, (whole, before: string, comment: string, offset: number) =>
    isWithin(fences, offset) ? whole : before + noteFiller.repeat(comment.length),
  )
}

/** Whether a line has a pipe before or after the tag at an offset, as every row of a table has. */
export function isTableRow(offset: number, length: number, source: string): boolean {
  const start = source.lastIndexOf('\n', offset) + 1
  const end = source.indexOf('\n', offset + length)
  const isPipe = /(?<!\\)\|/
  return (
    isPipe.test(source.slice(start, offset)) ||
    isPipe.test(source.slice(offset + length, end === -1 ? undefined : end))
  )
}

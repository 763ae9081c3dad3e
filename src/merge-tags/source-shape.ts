/** What must be known of an author's text before any parser sees it: where code and open markup are. */
import { noteFiller } from '../private-use.ts'

/** Fenced code is content: what looks like a tag in it is a sample. */
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

/** True for an offset that lies in one of the ranges. */
export function isWithin(ranges: [number, number][], offset: number): boolean {
  return ranges.some(([start, end]) => offset >= start && offset < end)
}

/** True for a tag that is all there is on its line. */
export function isAlone(tag: string, offset: number, source: string): boolean {
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset)
  const after = /^[^\n]*/.exec(source.slice(offset + tag.length))?.[0] ?? ''
  return /^[ \t>]*$/.test(before) && after.trim() === ''
}

/** Within an open tag or an open code span a comment would be no comment. */
export function isInMarkup(offset: number, source: string): boolean {
  const paragraph =
    /(?:^|\n[ \t]*\n)((?:(?!\n[ \t]*\n)[\s\S])*)$/.exec(
      source.slice(Math.max(0, offset - 2000), offset),
    )?.[1] ?? ''
  const ticks = paragraph.match(/`/g)?.length ?? 0
  return /<[a-z][^<>]*$/i.test(paragraph) || ticks % 2 === 1
}

/** The labels that a text defines: `[[name]]` is a link in brackets where `[name]: …` stands somewhere. */
export function findLabels(source: string): Set<string> {
  return new Set(
    [...source.matchAll(/^[ \t>]*\[([^[\]\n]+)\]:/gm)].map(([, label = '']) => label.toLowerCase()),
  )
}

const leadingNote =
  /^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(<!--(?!\[|-->)(?:(?!-->)[^\n])*-->[ \t]*)(?=[^\s<])/gm

/**
 * A comment at the beginning of a line makes raw HTML of the whole line (CommonMark 0.31, HTML blocks, kind 2), which
 * nobody means who writes a note before a sentence. It is put out of sight with its place kept.
 */
export function replaceNotes(text: string, fences: [number, number][]): string {
  return text.replace(leadingNote, (whole, before: string, comment: string, offset: number) =>
    isWithin(fences, offset) ? whole : before + noteFiller.repeat(comment.length),
  )
}

/** Whether a line has a pipe besides what stands at an offset, as each row of a table has. */
export function isTableRow(offset: number, length: number, source: string): boolean {
  const start = source.lastIndexOf('\n', offset) + 1
  const end = source.indexOf('\n', offset + length)
  const around = source.slice(start, offset) + source.slice(offset + length, end === -1 ? undefined : end)
  return /(?<!\\)\|/.test(around)
}

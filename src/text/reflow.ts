import { isPrivateUse } from '../private-use.ts'
import { isSpacelessBreak } from '../typeset/cjk.ts'

/** A hard line break in printed text before `reflow`; a `\n` or `\r\n` there is a line break of the source, a space. */
export const HARD_BREAK = '\u2028'

/**
 * Joins the lines of the source: a line break becomes a space, or nothing between ideographs or beside a full-width mark; runs of spaces become one;
 * a hard break becomes `\n`. A paragraph of nothing but merge tags retains its lines.
 * @param text inline content as printed by `printPhrasing`
 */
export function reflow(text: string): string {
  if (isPrivateUse(text)) return text.trim().replaceAll(HARD_BREAK, '\n')
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\r?\n ?/g, (_, at: number, whole: string) => (isSpaceless(whole, at) ? '' : ' '))
    .replace(/ ?\u2028 ?/g, '\n')
    .trim()
}

function isSpaceless(text: string, at: number): boolean {
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
  const after = [...text.slice(at, at + 6).trimStart()][0] ?? ''
  return isSpacelessBreak(before, after)
}

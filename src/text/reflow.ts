import { isPrivateUse } from '../private-use.ts'
import { isCjk } from '../typeset/cjk.ts'

/** How a hard line break travels through printed text: `\n` is a line break of the source, or `\r\n`, which means a space. */
export const HARD_BREAK = '\u2028'

/**
 * Makes one running text of what the source spread over lines: a line break becomes a space, or nothing between
 * ideographs; spaces do not add up; a hard break becomes `\n`. Merge tags alone in a paragraph keep the lines that they stand on.
 * @param text inline content as the writers print it
 */
export function reflow(text: string): string {
  if (isPrivateUse(text)) return text.trim().replaceAll(HARD_BREAK, '\n')
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\r?\n ?/g, (_, at: number, whole: string) => (isBetweenIdeographs(whole, at) ? '' : ' '))
    .replace(/ ?\u2028 ?/g, '\n')
    .trim()
}

function isBetweenIdeographs(text: string, at: number): boolean {
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
  const after = text.slice(at, at + 6).trimStart()
  return isCjk(before) && isCjk([...after][0] ?? '')
}

import { breakpoints } from './breakpoints.ts'
import { displayWidth } from './display-width.ts'

/** An unbreakable piece of a line, and the space that follows it unless the line is broken there. */
export interface Word {
  text: string
  /** `' '` in most scripts, `''` between ideographs. */
  gap: string
}

/**
 * Pieces that must not start a line: characters that would be read as a list, a quote, a heading or a rule; a note's
 * number, which belongs to the word before it; French punctuation, which follows a space.
 */
const CLINGS_BACK = /^(?:[-–—―*+•#=~]+$|>|\d{1,9}[.)]$|\[(?:\d{1,4}|[a-z]{1,2})\]|[?!:;»›%][^\p{L}\p{N}]*$)/u
/** Pieces that must not end a line. */
const CLINGS_ON = /^[«‹]$/u

/**
 * Splits a line into the pieces that wrapping may move.
 * @param line text without line breaks
 * @param width columns of a line; two pieces that belong together are separated only if they do not fit on one
 */
export function splitWords(line: string, width: number): Word[] {
  const words: Word[] = []
  let start = 0
  for (const end of [...breakpoints(line), line.length]) {
    const piece = line.slice(start, end)
    const text = piece.trimEnd()
    join(words, { text, gap: piece.slice(text.length) }, width)
    start = end
  }
  return words
}

function join(words: Word[], word: Word, width: number): void {
  const last = words.at(-1)
  const together = last && belongTogether(last, word) ? last.text + last.gap + word.text : undefined
  if (last && together !== undefined && fits(together, last.text, width)) {
    last.text = together
    last.gap = word.gap
  } else {
    words.push(word)
  }
}

function belongTogether(last: Word, word: Word): boolean {
  return CLINGS_BACK.test(word.text) || CLINGS_ON.test(last.text)
}

function fits(together: string, alone: string, width: number): boolean {
  return displayWidth(together) <= width || displayWidth(alone) > width
}

import LineBreaker from 'linebreak'
import { memoizeText } from '../memoize-text.ts'
import { privateUseRun } from '../private-use.ts'
import { isCjk } from './cjk.ts'
import { segmentText } from './segment-text.ts'

const address =
  /<(?:[a-z][a-z\d+.-]*:\/\/|mailto:)[^<>]*>|(?<![a-z\d+.-])(?:[a-z][a-z\d+.-]*:\/\/|mailto:)[^\s<>、。，！？「」『』（）]*/
    .source
/** Text without breakpoints: a URL (up to the bracket if it is in `<…>`), a merge tag's token. */
const UNBREAKABLE = new RegExp(`${address}|${privateUseRun}`, 'giu')
/** Scripts without spaces between words, which need a dictionary (UAX #14, class SA). */
const DICTIONARY_RUN = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/gu
/** Thai signs that repeat or shorten the word before them: mai yamok and paiyannoi. */
const CLINGS_TO_WORD = /^[ๆฯ]/u
const SPACE_BEFORE = /[ \t\u1680\u2000-\u2006\u2008-\u200B\u205F\u3000]$/u
const EM_DASH_AFTER_WORD = /\S[—―]$/u
/** `«` with a space after it, and none before it that would make it the end of a German quotation. */
const OPENED_WITH_SPACE = /(?:^|[\s(])[«‹]\s$/u
const CLOSED_AFTER_SPACE = /^[»›](?:$|[^\p{L}\p{N}])/u
/**
 * Paths after a space: `/usr/bin`, `./run`, `.env`. UAX #14 allows no break before them, since LB13 binds `/` and `.` to
 * the word before them across a space (for `24 / 7` and French punctuation).
 */
const PATH_AFTER_SPACE = /(?<=[ \t])(?:\.{0,2}\/(?=\S)|\.(?=[\p{L}\p{N}]))/gu

/**
 * Finds the positions where a line may be broken. Of the opportunities of UAX #14, only those after a space or an em dash
 * and between ideographs are used, so that `and/or`, `24/7`, `e-mail` and `v1.2-rc1` are not broken. Words of Thai, Lao,
 * Khmer and Burmese are found by the dictionary of `Intl.Segmenter`.
 * @param line text without line breaks
 * @returns indices in UTF-16 code units, ascending, without 0 and the line's length
 */
export const breakpoints: (line: string) => readonly number[] = memoizeText((line) => {
  const candidates = new Set([...proseBreaks(line), ...pathBreaks(line), ...dictionaryBreaks(line)])
  for (const { index, 0: unit } of line.matchAll(UNBREAKABLE)) {
    for (let inside = index + 1; inside < index + unit.length; inside++) candidates.delete(inside)
  }
  return [...candidates].sort((a, b) => a - b)
}, 300)

function proseBreaks(line: string): number[] {
  const found: number[] = []
  const breaker = new LineBreaker(line)
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (next.position < line.length && isProseBreak(line, next.position)) found.push(next.position)
  }
  return found
}

function pathBreaks(line: string): number[] {
  return [...line.matchAll(PATH_AFTER_SPACE)].map(({ index }) => index)
}

function isProseBreak(line: string, position: number): boolean {
  if (isInsideGuillemets(line, position)) return false
  const before = line.slice(Math.max(0, position - 2), position)
  const after = String.fromCodePoint(line.codePointAt(position) as number)
  if (SPACE_BEFORE.test(before) || EM_DASH_AFTER_WORD.test(before)) return true
  if (/[—―]/u.test(after)) return false
  return isCjk(after) || isCjk(lastCharacter(before))
}

/** True between French quotation marks and the words in them, which have a space there: `« mots »`, unlike German `»Wörter«`. */
function isInsideGuillemets(line: string, position: number): boolean {
  const before = line.slice(Math.max(0, position - 3), position)
  return OPENED_WITH_SPACE.test(before) || CLOSED_AFTER_SPACE.test(line.slice(position, position + 2))
}

function lastCharacter(text: string): string {
  return [...text].at(-1) ?? ''
}

function dictionaryBreaks(line: string): number[] {
  const found: number[] = []
  for (const { index, 0: run } of line.matchAll(DICTIONARY_RUN)) {
    for (const word of segmentText(run, new Intl.Segmenter('th', { granularity: 'word' }))) {
      if (word.index > 0 && !CLINGS_TO_WORD.test(word.segment)) found.push(index + word.index)
    }
  }
  return found
}

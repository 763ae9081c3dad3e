import { memoizeText } from '../../memoize-text.ts'

/** Scripts without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u
/** True for every text with one of these scripts, and for some without; far faster than `unspaced`. */
const mayBeUnspaced = /[\u0e00-\u1fff\u2e80-\uffff]/
const run = new RegExp(`${unspaced.source}+|(?:(?!${unspaced.source})[\\p{L}\\p{M}\\p{N}])+`, 'gu')
/** The first alternative matches what the second would, and takes half the time in a text of mostly ASCII. */
const spacedRun = /[a-z\d]+(?=[\s!-/:-`{-~]|$)|[\p{L}\p{M}\p{N}]+/gu
const broken = new RegExp(`(?<=${unspaced.source})\\s*\\n[\\s>]*(?=${unspaced.source})`, 'gu')

/** The words of one line. */
interface Line {
  folded: string
  words: readonly string[]
  isUnspaced: boolean
}

/**
 * Most lines are in the HTML, the plaintext and the next build as well. No word extends over the end of a line, and what is
 * before or after that end changes neither the normalization nor the lower case of a line.
 */
const splitLine = memoizeText((line): Line => {
  const folded = line.normalize('NFKC').toLowerCase()
  // The simpler pattern takes a fraction of the time.
  if (!isUnspaced(folded)) return { folded, words: folded.match(spacedRun) ?? [], isUnspaced: false }
  return { folded, words: [], isUnspaced: true }
}, 2000)

/**
 * Splits a text into words in lower case, regardless of line breaks. In scripts without spaces (Chinese, Japanese, Thai,
 * …), each pair of adjacent characters counts as a word.
 */
export function splitWords(text: string): string[] {
  const lines = text.split('\n').map(splitLine)
  if (!lines.some((line) => line.isUnspaced)) return joinWords(lines)
  const folded = lines.map((line) => line.folded).join('\n')
  const whole = folded.replace(broken, '')
  return (whole.match(run) ?? []).flatMap((found) => (isUnspaced(found) ? splitIntoPairs(found) : [found]))
}

/** The words of all lines. `flatMap` takes several times as long. */
function joinWords(lines: readonly Line[]): string[] {
  const all: string[] = []
  for (const { words } of lines) for (const word of words) all.push(word)
  return all
}

/**
 * Counts the words that `splitWords` returns. A pair of characters of a script without spaces counts as half a word, since
 * a word has about two characters there.
 */
export function countWords(words: readonly string[]): number {
  return words.reduce((count, word) => count + (isUnspaced(word) ? 0.5 : 1), 0)
}

function isUnspaced(text: string): boolean {
  return mayBeUnspaced.test(text) && unspaced.test(text)
}

function splitIntoPairs(found: string): string[] {
  const characters = [...found]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

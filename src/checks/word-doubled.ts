import { removePrivateUse } from '../private-use.ts'
import { textBefore } from '../typeset/text-before.ts'
import { defineCheck } from './check.ts'
import { extractAsides } from './readers/extract-asides.ts'
import { extractProse } from './readers/extract-prose.ts'
import { neverDoubled } from './readers/never-doubled.ts'
import { noProse } from './readers/passage.ts'

/** Two words with only white space between them, line breaks included; not parts of longer words. */
const pair =
  /(?<![\p{L}\p{M}\p{N}_'’\-–/@#.])(\p{L}[\p{L}\p{M}]*)([ \t\r\n\u00a0]+)(\p{L}[\p{L}\p{M}]*)(?![\p{L}\p{M}\p{N}_/@]|['’\-–.]\p{L})/gu

/** How much of the text before a pair decides whether it is a mistake, in UTF-16 code units: a long sentence. */
const lookBack = 400

/** How much of the text after a pair decides whether its second word is a keyword, in UTF-16 code units. */
const lookAhead = 60

export const wordDoubled = defineCheck({
  name: 'word-doubled',
  summary: 'No word is doubled by mistake: “the the”.',
  note: 'A repeated word is easy to overlook while writing, most of all at the end of a line. Delete one of the two. Only words that no sentence in the issue’s language doubles are reported.',
  level: 'warning',
  run(context, report) {
    const words = neverDoubled(context.matter.lang)
    for (const { text, place } of [...extractProse(context), ...extractAsides(context)]) {
      if (!mayContainPair(text)) continue
      for (const { start, first, second, end } of findPairs(text)) {
        if (!isDoubled(first, second, textBefore(text, start, lookBack), words)) continue
        if (isKeyword(second, text.slice(end, end + lookAhead))) continue
        report(`Unexpected \`${first} ${second}\`, expected \`${first}\` once`, { at: place(start, end) })
      }
    }
  },
})

interface Pair {
  start: number
  end: number
  first: string
  second: string
}

/**
 * A quick test. In a text of ASCII and common punctuation (merge tags are private-use characters), a pair is twice the same
 * letters with white space between; any other text may contain one.
 */
function mayContainPair(text: string): boolean {
  const isPlain = !/[^\s!-~‘-”–—…\ufffc]/.test(removePrivateUse(text))
  return !isPlain || /(?<![a-z])([a-z]+)\s+\1(?![a-z])/.test(text.toLowerCase())
}

/** All pairs of adjacent equal words. Matches overlap: the second word of a pair may be the first of the next. */
function* findPairs(text: string): Generator<Pair> {
  pair.lastIndex = 0
  const pattern = new RegExp(pair)
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, first = '', gap = '', second = ''] = match
    const start = match.index
    if (first.toLowerCase() === second.toLowerCase())
      yield { start, end: start + whole.length, first, second }
    pattern.lastIndex = start + first.length + gap.length
  }
}

/** Whether a word is named as a keyword of a programming language: "sugar for for loops", "for for `x`". */
function isKeyword(word: string, after: string): boolean {
  if (!/^(?:as|by|for|from|if|of|to|when|while|with)$/.test(word)) return false
  const named =
    /^[\s-]*(?:[\p{L}-]+[\s-]+){0,2}(?:blocks?|clauses?|comprehensions?|expressions?|keywords?|loops?|operators?|statements?|syntax)\b/u
  return named.test(after) || after.trimStart().startsWith(noProse)
}

function isDoubled(first: string, second: string, before: string, words: ReadonlySet<string>): boolean {
  const word = first.toLowerCase()
  // A capital in the middle of a sentence begins a name: "go to To Kill a Mockingbird", "The The".
  if (second !== word) return false
  if (first !== word && !/(?:^|[.!?…:"“„«(\n])\s*$/u.test(before)) return false
  if (words.has(word)) return true
  // "What it is is" and "the thing is is" are correct.
  return (
    word === 'is' &&
    words.has('the') &&
    !/\b(?:what|all|thing|problem|question|point|reason|truth|how|where|who|it|there)\b[^.!?]*$/i.test(before)
  )
}

import { defineCheck } from './check.ts'
import { extractAsides } from './readers/extract-asides.ts'
import { extractProse } from './readers/extract-prose.ts'

/**
 * SpamAssassin's patterns for phrases with at least 1.7 of the 5 points that make a message spam in some of its score sets,
 * as far as a newsletter might have them (`20_phrases.cf`, `50_scores.cf`).
 */
const rules: Record<string, RegExp> = {
  DEAR_FRIEND: /^\s*Dear Friend\b/gi,
  DEAR_SOMETHING: /\bDear (?:IT\b|Internet|candidate|sirs?|madam|investor|travell?er|car shopper|web)\b/gi,
  EXCUSE_4: /To Be Removed,? Please/gi,
  EXCUSE_REMOVE: /to be removed from.{0,20}(?:mailings|offers)/gi,
  FREE_QUOTE_INSTANT: /free.{0,12}(?:(?:instant|express|online|no.?obligation).{0,4})+.{0,32}\bquote/gi,
  GUARANTEED_100_PERCENT: /100% GUARANTEED/gi,
}

/** Every phrase contains one of these words, and most texts none. */
const hint = /dear|removed|free|guaranteed/i

export const spamPhrase = defineCheck({
  name: 'spam-phrase',
  summary: 'The text contains no phrase that SpamAssassin counts as a sign of spam.',
  note: 'A message that reaches 5 points is spam to SpamAssassin. Write it in other words.',
  level: 'warning',
  run(context, report) {
    for (const { text, place } of [...extractProse(context), ...extractAsides(context)])
      for (const [name, pattern] of hint.test(text) ? Object.entries(rules) : [])
        for (const { 0: phrase, index } of text.matchAll(pattern))
          report(
            `Unexpected \`${phrase.trim()}\`, which costs points with spam filters (SpamAssassin: \`${name}\`)`,
            {
              at: place(index, index + phrase.length),
            },
          )
  },
})

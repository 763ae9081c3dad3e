import { startsSpaceless } from '../typeset/spaceless.ts'
import { textBefore } from '../typeset/text-before.ts'

/** Dashes, dots and quotes that occur within words, as in `Iran–Iraq_War` or `צה״ל`, unlike all other punctuation. */
const WITHIN_WORDS = /[\u2010\u2011\u2013\u00B7\u30FB\u05F3\u05F4]/u
/** Punctuation beyond ASCII, full-width signs, arrows, and spaces: none of it is typed in an address. */
const NEVER_WITHIN = /[^\P{P}\p{ASCII}]|[\s<>\u200B\uFEFF\u2190-\u21FF\uFF0B\uFF1C-\uFF1E\uFF5C\uFF5E]/u
/** Delimiters within an address, after which a word of another script may begin. */
const DELIMITER = /(?:[/=#?&_.+:,(%@-]|(?<!~)~)$/
/** What ends a part of an address. Within a part that has such a word, others follow: `東京2020オリンピック`. */
const PART_END = /[/?#&=*"')]/
/** Particles that begin no word, so that they belong to the sentence even after a slash. */
const PARTICLE = /^[を를]/u
/** The end of an address that is the sentence's, as GFM has it. */
const TRAILING = /(?:&[A-Za-z]+;|[!"')*,.:;?\]_~])$/
/** The host's characters, of which the last two labels have no underscore. */
const HOST = /^(?:https?:\/\/)?((?![-._])(?:[^\s\p{P}\p{S}]|[-._])+)/iu

/**
 * Finds where an address ends that was typed without Markdown syntax. GFM takes all up to the next space; here it ends
 *
 * - before quotes, dashes and other punctuation beyond ASCII, `“https://foo.org/story”`,
 * - before a word in a script without spaces, if an ASCII word precedes it directly: `https://foo.org/barをご覧ください`.
 *   After a slash or another delimiter such a word belongs to the address: `https://ja.wikipedia.org/wiki/東京`.
 *
 * Letters of other scripts belong to it, `https://fr.wikipedia.org/wiki/Café`, and ASCII punctuation at its end does not.
 * @param text begins with `https://`, `http://` or `www.`
 * @returns the length of the address, or 0 for text that is none
 */
export function matchWebAddress(text: string): number {
  const address = trimEnd(text.slice(0, findEnd(text)))
  if (!/^(?:https?:\/\/|www\..)/i.test(address)) return 0
  const labels = HOST.exec(address)?.[1]?.split('.') ?? ['_']
  return labels.slice(-2).some((label) => label.includes('_')) ? 0 : address.length
}

function findEnd(text: string): number {
  let length = 0
  let isSpacelessPart = false
  for (const character of text) {
    const address = textBefore(text, length, 2)
    if (NEVER_WITHIN.test(character) && !WITHIN_WORDS.test(character)) return length
    if (character === ']' && /^[([]/.test(text.slice(length + 1))) return length
    if (PART_END.test(character)) isSpacelessPart = false
    if (startsSpaceless(character) && !WITHIN_WORDS.test(character)) {
      const continues = isSpacelessPart || DELIMITER.test(address)
      if (!continues || (address.endsWith('/') && PARTICLE.test(character))) return length
      isSpacelessPart = true
    }
    length += character.length
  }
  return length
}

/** In UTF-16 code units, with `&` and `;`: `&CounterClockwiseContourIntegral;`. */
const LONGEST_ENTITY = 33

function countOpen(text: string): number {
  return text.split('(').length - text.split(')').length
}

/** Removes the sentence's punctuation. A parenthesis that was opened within the address stays. */
function trimEnd(address: string): string {
  let end = address.length
  // How many more parentheses are opened than closed; counted when it is first needed.
  let open: number | undefined
  for (;;) {
    const [trailing = ''] = TRAILING.exec(textBefore(address, end, LONGEST_ENTITY)) ?? []
    if (trailing === ')') open ??= countOpen(address.slice(0, end))
    const isOpened = trailing === ')' && (open ?? 0) >= 0
    if (trailing === '' || isOpened) return address.slice(0, end)
    if (trailing === ')' && open !== undefined) open += 1
    end -= trailing.length
  }
}

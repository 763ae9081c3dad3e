import type { ReplyRules } from './ballot.ts'

export interface MatchedOption {
  poll: string
  option: string
}

/** Scripts that have no spaces between words. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/**
 * Finds the options whose words a line has: first those whose words it is, then those that it begins with (the longest),
 * then those that begin with it. Case, accents, and punctuation and symbols around words do not count.
 * @param isFirst whether it is the first line, in which other words may follow those of the option
 * @returns several if the line does not tell them apart
 */
export function matchOptionWords(
  line: string,
  isFirst: boolean,
  polls: ReplyRules['polls'],
): MatchedOption[] {
  const written = normalize(line)
  if (written === '') return []
  const options = polls.flatMap(({ id: poll, options }) =>
    options.flatMap(({ id: option, text }) =>
      [...new Set([normalize(text), withoutSymbols(normalize(text))])]
        .filter((words) => words !== '')
        .map((words) => ({ poll, option, words })),
    ),
  )
  const forms = [written, withoutSymbols(written)].filter((form) => form !== '')
  const whole = options.filter(({ words }) => forms.includes(words))
  if (whole.length > 0) return unique(whole)
  if (isFirst) {
    const begun = options.filter(({ words }) => forms.some((form) => isBeginning(words, form)))
    const longest = Math.max(...begun.map(({ words }) => words.length))
    if (begun.length > 0) return unique(begun.filter(({ words }) => words.length === longest))
  }
  if ([...written].length < 2 && !/^\d/.test(written)) return []
  return unique(options.filter(({ words }) => forms.some((form) => isBeginning(form, words))))
}

function unique(options: MatchedOption[]): MatchedOption[] {
  const keyed = options.map(({ poll, option }) => [`${poll}/${option}`, { poll, option }] as const)
  return [...new Map(keyed).values()]
}

/** True if a text begins with the other one and goes on with another word. */
function isBeginning(start: string, text: string): boolean {
  if (start === '' || !text.startsWith(start) || text === start) return false
  const before = [...start].at(-1) ?? ''
  const [after = ''] = text.slice(start.length)
  return spaceless.test(before) || !/[\p{L}\p{N}\p{S}]/u.test(after)
}

function normalize(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]|[\u{1f3fb}-\u{1f3ff}]/gu, '')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
}

function withoutSymbols(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

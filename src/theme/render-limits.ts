import { Html } from './html.ts'

/** The longest time of rendering a template once, in milliseconds: an endless loop must not hang the build. */
export const maxMilliseconds = 10_000

/**
 * The most characters that a template may print, and that its filters may work on together; items of lists and numbers of
 * ranges, such as `(1..100)`, count as one each. Gmail clips an email at a hundredth of it.
 */
export const maxCharacters = 10_000_000

const tooLarge = 'it makes more than 10 million characters or list items'

/** What the engine and V8 report, and what to say instead. */
const limits: [pattern: RegExp, reason: string, note: string][] = [
  [
    /^(?:template render|parse length) limit exceeded$/,
    `it takes longer than ${maxMilliseconds / 1000} seconds`,
    'Most likely a loop runs far more often than is meant. Shorten its list or range.',
  ],
  [
    /^(?:memory alloc limit exceeded|Invalid (?:string|array) length|Invalid count value: .*)$/,
    tooLarge,
    'Most likely a range has a number too many, or a text is appended to itself in a loop. Shorten it.',
  ],
  [
    /^Maximum call stack size exceeded$/,
    'it renders itself, or is nested too deeply',
    'A template that renders another, which in turn renders the first one, never ends. Remove one of the `{% render %}`.',
  ],
]

/**
 * Explains an error of the engine that is about a limit.
 * @param message the first line of the error's message
 * @returns the rest of `Cannot render this template: …` and a note; `undefined` for any other error
 */
export function explainLimit(message: string): { reason: string; note: string } | undefined {
  const [, reason, note] = limits.find(([pattern]) => pattern.test(message)) ?? []
  return reason === undefined || note === undefined ? undefined : { reason, note }
}

/**
 * Passes a printed value on.
 * @throws {RangeError} for one that is too long: text that `capture` joins in a loop is not counted by the engine
 */
export function limitLength<T>(value: T): T {
  const length = typeof value === 'string' ? value.length : value instanceof Html ? value.markup.length : 0
  // As V8 calls it for a text that is longer than any can be.
  if (length > maxCharacters) throw new RangeError('Invalid string length')
  return value
}

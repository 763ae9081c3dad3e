import { displayWidth } from './display-width.ts'

/** Two dashes alone on a line start a signature (RFC 3676, section 4.3), and mail clients hide what follows. */
const SHORTEST = 3

/**
 * Adds a rule under a text, as wide as its widest line.
 * @param text one line or several
 * @param char a character that is one column wide, such as `=` or `-`
 * @param maxWidth the greatest width of the rule, in columns
 * @returns the text, and the rule on a line of its own
 */
export function underline(text: string, char: string, maxWidth: number = Number.POSITIVE_INFINITY): string {
  const widest = Math.max(SHORTEST, ...text.split('\n').map(displayWidth))
  return `${text}\n${char.repeat(Math.min(widest, Math.max(SHORTEST, maxWidth)))}`
}

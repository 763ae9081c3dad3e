import { displayWidth } from './display-width.ts'

/** Two dashes alone on a line open a signature (RFC 3676 section 4.3), and mail clients hide what follows. */
const SHORTEST = 3

/**
 * Sets a rule under a text, as wide as its widest line.
 * @param text one line or several
 * @param char one column wide, such as `=` or `-`
 * @param most the widest the rule may get, in columns
 * @returns the text with its rule on a line of its own
 */
export function underline(text: string, char: string, most: number = Number.POSITIVE_INFINITY): string {
  const widest = Math.max(SHORTEST, ...text.split('\n').map(displayWidth))
  return `${text}\n${char.repeat(Math.min(widest, Math.max(SHORTEST, most)))}`
}

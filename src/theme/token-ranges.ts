/** The numbers that a measure of an email can be, in CSS pixels, and why. */
interface TokenRange {
  from: number
  to: number
  reason: string
}

const lineReason = 'Lower lines overlap, and higher ones fall apart.'
const spaceReason = 'More is taken for the end of the email.'

/** The ranges are those of emails that can be read: on phones of 320 pixels, and in the columns that mail clients have. */
const ranges: Record<string, TokenRange> = {
  width: {
    from: 320,
    to: 900,
    reason:
      'A phone is at least 320 pixels wide, and mail programs show 600 to 900 beside their lists: a wider email is cut off, or made smaller.',
  },
  gutter: { from: 0, to: 120, reason: 'It is on both sides of the text, which needs most of the width.' },
  radius: { from: 0, to: 100, reason: 'No corner of a button is larger.' },
  'logo-height': { from: 8, to: 300, reason: 'A higher logo hides the text on a phone.' },
  'text-size': {
    from: 12,
    to: 32,
    reason: 'Smaller text cannot be read on a phone; iOS makes text below 13 larger.',
  },
  'text-line': { from: 12, to: 64, reason: lineReason },
  'phone-line': { from: 12, to: 64, reason: lineReason },
  space: { from: 0, to: 100, reason: spaceReason },
  section: { from: 0, to: 200, reason: spaceReason },
}

/**
 * Finds the range that a measure is outside of.
 * @param name the token's
 * @param value a number of CSS pixels
 * @returns `undefined` for a measure within its range, and for tokens that have none
 */
export function findExceededRange(name: string, value: string | number): TokenRange | undefined {
  const range = Object.hasOwn(ranges, name) ? ranges[name] : undefined
  return range && (Number(value) < range.from || Number(value) > range.to) ? range : undefined
}

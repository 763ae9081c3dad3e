import { UsageError } from '../files/usage-error.ts'

/**
 * Creates a parser of whole numbers, for an option.
 * @param describe names what was typed, for the message: `x` is `` port `x` ``
 * @throws {UsageError} (the parser) for anything else, or a number out of bounds
 */
export function createNumberParser(
  least: number,
  most: number,
  describe: (text: string) => string,
): (text: string) => number {
  return (text) => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
    if (number >= least && number <= most) return number
    throw new UsageError(`Unexpected ${describe(text)}, expected a number from ${least} to ${most}`)
  }
}

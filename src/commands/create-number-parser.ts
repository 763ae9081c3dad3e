import { UsageError } from '../files/usage-error.ts'

/**
 * Creates an option's parser for whole numbers.
 * @param describe describes the typed text in the error message: `x` as `` port `x` ``
 * @returns the parser; it throws a {@link UsageError} for anything else, or a number outside of the bounds
 */
export function createNumberParser(
  min: number,
  max: number,
  describe: (text: string) => string,
): (text: string) => number {
  return (text) => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
    if (number >= min && number <= max) return number
    throw new UsageError(`Unexpected ${describe(text)}, expected a number from ${min} to ${max}`)
  }
}

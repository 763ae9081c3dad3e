import { UsageError } from '../files/usage-error.ts'

/**
 * Values for merge tags, as typed: `name=Ada`.
 * @throws {UsageError} for one without a name
 */
export function parseData(pairs: string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      const name = pair.slice(0, at).trim()
      if (at === -1 || name === '')
        throw new UsageError(`Unexpected \`${pair}\` in \`--data\`, expected \`name=value\``)
      return [name, pair.slice(at + 1)]
    }),
  )
}

/**
 * A whole number.
 * @param flag its name
 * @throws {UsageError} for anything else, or one out of bounds
 */
export function parseCount(flag: string, text: string, least: number, most: number): number {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (count >= least && count <= most) return count
  throw new UsageError(`Unexpected \`${text}\` in \`${flag}\`, expected a number from ${least} to ${most}`)
}

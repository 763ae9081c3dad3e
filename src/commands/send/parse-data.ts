import { UsageError } from '../../files/usage-error.ts'

/**
 * Parses values of merge tags, as typed: `name=Ada`.
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

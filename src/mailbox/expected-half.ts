import { parseAddress } from './parse-address.ts'

/**
 * Finds the invalid half of a sender that is written as `name:` and `email:`.
 * @returns what is expected of it, for a message; `undefined` for a sender in another form
 */
export function expectedHalf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value)) return undefined
  return parseAddress({ name: value.name })
    ? 'an `email:` such as `ada@example.com`'
    : 'a `name:` on one line'
}

import { parseAddress } from './parse-address.ts'

/**
 * Which half of a sender in two halves, `name:` and `email:`, is wrong.
 * @returns what is expected of it; nothing for a sender of another form
 */
export function expectedHalf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value)) return undefined
  return parseAddress({ name: value.name })
    ? 'an `email:` such as `ada@example.com`'
    : 'a `name:` on one line'
}

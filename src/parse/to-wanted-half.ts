import { toAddress } from './to-address.ts'

/**
 * Which half of a sender in two halves, `name:` and `email:`, is wrong.
 * @returns what is expected of it; nothing for a sender of another form
 */
export function toWantedHalf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value)) return undefined
  return toAddress({ name: value.name }) ? 'an `email:` such as `ada@example.com`' : 'a `name:` on one line'
}

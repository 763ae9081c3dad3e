import type { Ballot } from './ballot.ts'

/**
 * The key that distinguishes voters: their id, else the IP address and the browser.
 * @returns `undefined` if the source records neither
 */
export function voterKey({ voter, address, agent }: Ballot): string | undefined {
  if (voter !== undefined) return `id ${voter}`
  return address === undefined ? undefined : `at ${address} ${agent ?? ''}`
}

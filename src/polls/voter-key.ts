import type { Ballot } from './ballot.ts'

/**
 * What tells voters apart: their id, else the network address and the browser.
 * @returns nothing where a source tells neither
 */
export function voterKey({ voter, address, agent }: Ballot): string | undefined {
  if (voter !== undefined) return `id ${voter}`
  return address === undefined ? undefined : `at ${address} ${agent ?? ''}`
}

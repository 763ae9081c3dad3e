import type { LinkResponse } from './response.ts'

/** What links answered, by address, for a day. */
export type LinkCache = Record<string, CachedResponse>

export interface CachedResponse {
  /** Milliseconds since 1970. */
  at: number
  answer: LinkResponse
}

const day = 24 * 60 * 60 * 1000

/** The answers that are younger than a day; what is not ours or comes from the future is left out. */
export function filterFresh(cache: LinkCache, now: number): Map<string, CachedResponse> {
  const fresh = Object.entries(cache).filter(([, entry]) => entry.at <= now && now - entry.at < day)
  return new Map(fresh)
}

/** Whether an answer will most likely be the same in an hour: a page that is there, and one that is gone. */
export function isLasting({ kind }: LinkResponse): boolean {
  return kind === 'fine' || kind === 'moved' || kind === 'gone'
}

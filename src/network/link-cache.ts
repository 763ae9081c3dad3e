import type { LinkResponse } from './response.ts'

/** Responses to links, by URL without fragment, for a day. */
export type LinkCache = Record<string, CachedResponse>

export interface CachedResponse {
  /** Milliseconds since 1970. */
  at: number
  response: LinkResponse
}

const day = 24 * 60 * 60 * 1000

/** The responses that are less than a day old. Those from the future are dropped: the clock was wrong. */
export function filterFresh(cache: LinkCache, now: number): Map<string, CachedResponse> {
  const fresh = Object.entries(cache).filter(([, entry]) => entry.at <= now && now - entry.at < day)
  return new Map(fresh)
}

/** True for a response that will most likely be the same in an hour: a page that is there, or one that is gone. */
export function isLasting({ kind }: LinkResponse): boolean {
  return kind === 'fine' || kind === 'moved' || kind === 'gone'
}

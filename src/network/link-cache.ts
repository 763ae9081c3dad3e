import type { Answer } from './answer.ts'

/** What links answered, by address, for a day. */
export type LinkCache = Record<string, CachedAnswer>

export interface CachedAnswer {
  /** Milliseconds since 1970. */
  at: number
  answer: Answer
}

const day = 24 * 60 * 60 * 1000

/** The answers that are younger than a day; what is not ours or comes from the future is left out. */
export function toFresh(cache: LinkCache, now: number): Map<string, CachedAnswer> {
  const fresh = Object.entries(cache).filter(([, entry]) => entry.at <= now && now - entry.at < day)
  return new Map(fresh)
}

/** Whether an answer will most likely be the same in an hour: a page that is there, and one that is gone. */
export function isLasting({ kind }: Answer): boolean {
  return kind === 'fine' || kind === 'moved' || kind === 'gone'
}

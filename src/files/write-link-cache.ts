import type { LinkCache } from '../network/link-cache.ts'
import { findCacheFolder, linkCacheName } from './read-link-cache.ts'
import { writeWithin } from './write-within.ts'

/**
 * Keeps what the links of a newsletter answered. A disk that refuses is no fault of the newsletter's: they are asked
 * again next time.
 * @param root the newsletter's folder, absolute
 */
export async function writeLinkCache(root: string, cache: LinkCache): Promise<void> {
  const text = `${JSON.stringify(cache, null, 2)}\n`
  await writeWithin(findCacheFolder(root), linkCacheName, new TextEncoder().encode(text)).catch(() => {})
}

import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LinkCache } from '../network/link-cache.ts'
import { isFolder } from './paths.ts'
import { readRegularFile } from './read-regular-file.ts'
import { sha256 } from './sha256.ts'
import { writeWithin } from './write-within.ts'

/** The cache's file name. */
const cacheName = 'links.json'

/**
 * The folder of the link cache: below `node_modules/` if there is one, as other tools do, else in the system's folder for
 * temporary files, under a name that is unique to the newsletter.
 * @param root the newsletter's folder, absolute
 */
export function findCacheFolder(root: string): string {
  const modules = resolve(root, 'node_modules')
  if (isFolder(modules)) return join(modules, '.cache', 'issuepress')
  const key = sha256(Buffer.from(root)).slice(0, 16)
  return join(tmpdir(), `issuepress-${key}`)
}

/**
 * Reads the last responses to the links of a newsletter. An unreadable cache is empty: the links are requested again.
 * @param root the newsletter's folder, absolute
 */
export async function readLinkCache(root: string): Promise<LinkCache> {
  try {
    const bytes = await readRegularFile(join(findCacheFolder(root), cacheName))
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
    return Object.fromEntries(Object.entries(value).filter(([, entry]) => isEntry(entry)))
  } catch {
    return {}
  }
}

/**
 * Stores the responses to the links of a newsletter. A write error is ignored: the links are requested again next time.
 * @param root the newsletter's folder, absolute
 */
export async function writeLinkCache(root: string, cache: LinkCache): Promise<void> {
  const text = `${JSON.stringify(cache, null, 2)}\n`
  await writeWithin(findCacheFolder(root), cacheName, new TextEncoder().encode(text)).catch(() => {})
}

function isEntry(entry: unknown): boolean {
  const { at, response } = (entry ?? {}) as { at?: unknown; response?: Record<string, unknown> | null }
  if (typeof at !== 'number' || typeof response !== 'object' || response === null) return false
  const { kind, to, why } = response
  if (kind === 'fine') return true
  return kind === 'moved' ? typeof to === 'string' : kind === 'gone' && typeof why === 'string'
}

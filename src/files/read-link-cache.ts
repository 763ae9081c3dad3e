import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LinkCache } from '../network/link-cache.ts'
import { isFolder } from './paths.ts'
import { sha256 } from './sha256.ts'

/** The cache's name in its folder. */
export const linkCacheName = 'links.json'

/**
 * The folder that is ours to keep answers in: below `node_modules/` where there is one, as tools do, else among the
 * system's temporary files, under a name that is the newsletter's own.
 * @param root the newsletter's folder, absolute
 */
export function findCacheFolder(root: string): string {
  const modules = resolve(root, 'node_modules')
  if (isFolder(modules)) return join(modules, '.cache', 'issuepress')
  const key = sha256(Buffer.from(root)).slice(0, 16)
  return join(tmpdir(), `issuepress-${key}`)
}

/** What the links of a newsletter answered last; nothing when that cannot be read, since it can be asked anew. */
export async function readLinkCache(root: string): Promise<LinkCache> {
  try {
    const value: unknown = JSON.parse(await readFile(join(findCacheFolder(root), linkCacheName), 'utf8'))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
    return Object.fromEntries(Object.entries(value).filter(([, entry]) => isEntry(entry)))
  } catch {
    return {}
  }
}

function isEntry(entry: unknown): boolean {
  const { at, answer } = (entry ?? {}) as { at?: unknown; answer?: Record<string, unknown> | null }
  if (typeof at !== 'number' || typeof answer !== 'object' || answer === null) return false
  const { kind, to, why } = answer
  if (kind === 'fine') return true
  return kind === 'moved' ? typeof to === 'string' : kind === 'gone' && typeof why === 'string'
}

import { resolve } from 'node:path'
import { findModulesCache } from '../files/cache-folder.ts'
import type { CacheOptions } from '../newsletter/issue-cache.ts'
import type { Context } from './context.ts'

/** The flags of a command that uses the cache. */
export interface CacheFlags {
  root?: string
  cache: boolean
  cacheDir?: string
  configCode: boolean
}

/**
 * Resolves where issues are cached: in the folder of `--cache-dir`, else of `ISSUE_CACHE_DIR`, else below `node_modules`.
 * With `--no-config-code`, nothing of the newsletter is trusted, and so neither is a cache that came with it.
 * @returns `undefined` when nothing is cached
 */
export function resolveCache(
  { root = '.', cache, cacheDir, configCode }: CacheFlags,
  { cwd, environment, installation }: Context,
): CacheOptions | undefined {
  if (!cache || installation === undefined) return undefined
  const named = cacheDir || environment.ISSUE_CACHE_DIR
  if (named) return { folder: resolve(cwd, named), installation }
  const folder = configCode ? findModulesCache(resolve(cwd, root)) : undefined
  return folder === undefined ? undefined : { folder, installation }
}

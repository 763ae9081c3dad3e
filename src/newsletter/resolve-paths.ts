import { resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { checkOutFolder } from '../files/check-out-folder.ts'
import { isFolder } from '../files/paths.ts'
import { readNamedPaths } from '../files/read-named-paths.ts'
import { UsageError } from '../files/usage-error.ts'

export interface PathOptions {
  /** The newsletter's folder. */
  root: string
  /** What the other paths are relative to; the root when not given. */
  cwd?: string
  /** A config's path, or a config; the `issue.config.*` in the root when not given. */
  config?: string | Config
  /** Markdown files, instead of all issues. */
  files?: string[]
  /** The ESP to build for, in the config's stead, or several: a list, or `kit,listmonk`. */
  target?: string | string[]
}

/** Where things are; paths are absolute but for `named`. */
export interface ResolvedPaths {
  root: string
  config: string | Config | undefined
  /** Paths of the issues that were asked for, relative to the root. */
  requested: string[]
  target: string[] | undefined
}

/**
 * Finds what was named.
 * @throws {UsageError} for a root or file that is not there
 */
export function resolvePaths({ target, files = [], ...options }: PathOptions): ResolvedPaths {
  const root = resolve(options.cwd ?? '', options.root)
  const cwd = options.cwd ?? root
  if (!isFolder(root)) throw new UsageError(`Cannot find the folder \`${root}\``)
  const requested = readNamedPaths(files, root, cwd)
  const config = typeof options.config === 'string' ? resolve(cwd, options.config) : options.config
  return { root, config, requested, target: target === undefined ? undefined : parseTargets(target) }
}

function parseTargets(target: string | string[]): string[] {
  const named = (typeof target === 'string' ? target.split(',') : target).map((name) => name.trim())
  if (named.length === 0) throw new UsageError('Missing target, expected the name of one')
  return [...new Set(named)]
}

/**
 * The folder that the emails go to, absolute.
 * @throws {UsageError} when it holds the newsletter, or is a part of it
 */
export function resolveOutFolder({ out, cwd }: { out?: string; cwd?: string }, root: string): string {
  const folder = out === undefined ? resolve(root, 'dist') : resolve(cwd ?? root, out)
  checkOutFolder(folder, root)
  return folder
}

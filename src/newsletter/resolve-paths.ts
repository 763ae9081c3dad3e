import { resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { isFolder } from '../files/paths.ts'
import { resolveRequestedPaths } from '../files/resolve-requested-paths.ts'
import { UsageError } from '../files/usage-error.ts'
import { validateOutFolder } from '../files/validate-out-folder.ts'
import { findIssuePath } from './find-issue-path.ts'

export interface PathOptions {
  /** The newsletter's folder. */
  root: string
  /** The folder that the other paths are relative to; the root by default. */
  cwd?: string
  /** A config's path, or a config; the `issue.config.*` in the root by default. */
  config?: string | Config
  /** Whether a config file that is a program is run; `true` by default. Without, it is an error. */
  configCode?: boolean
  /** The Markdown files of the requested issues, or their slugs; all issues by default. */
  files?: string[]
  /** The ESP to build for, instead of the config's, or several: a list, or `kit,listmonk`. */
  target?: string | string[]
}

/** The paths of a run, all absolute except for `requested`. */
export interface ResolvedPaths {
  root: string
  config: string | Config | undefined
  configCode: boolean
  /** Paths of the requested issues, relative to the root, with `/`; empty for all issues. */
  requested: string[]
  target: string[] | undefined
}

/**
 * Resolves the paths of a run's options.
 * @throws {UsageError} for a root or file that does not exist
 */
export function resolvePaths({ target, files = [], ...options }: PathOptions): ResolvedPaths {
  const root = resolve(options.cwd ?? '', options.root)
  const cwd = options.cwd ?? root
  if (!isFolder(root)) throw new UsageError(`Cannot find the folder \`${root}\``)
  const requested = resolveRequestedPaths(files, { root, cwd, findIssuePath })
  const config = typeof options.config === 'string' ? resolve(cwd, options.config) : options.config
  const targets = target === undefined ? undefined : parseTargets(target)
  return { root, config, configCode: options.configCode ?? true, requested, target: targets }
}

function parseTargets(target: string | string[]): string[] {
  const names = (typeof target === 'string' ? target.split(',') : target).map((name) => name.trim())
  if (names.length === 0) throw new UsageError('Missing target, expected the name of one')
  return [...new Set(names)]
}

/**
 * Resolves the folder that the emails are written to.
 * @returns its path, absolute
 * @throws {UsageError} when it contains the newsletter, or is, contains or lies in its issues or templates
 */
export function resolveOutFolder({ out, cwd }: { out?: string; cwd?: string }, root: string): string {
  const folder = out === undefined ? resolve(root, 'dist') : resolve(cwd ?? root, out)
  validateOutFolder(folder, root)
  return folder
}

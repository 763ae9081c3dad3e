import { type Stats, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { isMarkdownPath } from '../urls/issue-paths.ts'
import { explainDiskError } from './explain-disk-error.ts'
import { isInside, readRealPath, toRelative } from './paths.ts'
import { UsageError } from './usage-error.ts'

interface NameContext {
  /** The newsletter's folder, absolute. */
  root: string
  /** The folder that the names are relative to, absolute. */
  cwd: string
  /** Finds the file of a slug, relative to the root, with `/`; throws a `UsageError` when there is none. */
  findIssuePath(slug: string, root: string): string
}

/**
 * Resolves the paths of issues that were named on the command line.
 * @param names paths as typed, relative to `cwd`, or slugs
 * @returns their paths relative to the root, with `/`, each once
 * @throws {UsageError} for a name that is neither a Markdown file in the newsletter's folder nor a slug
 */
export function resolveRequestedPaths(names: string[], context: NameContext): string[] {
  return [...new Set(names.map((name) => resolveRequestedPath(name, context)))]
}

function resolveRequestedPath(name: string, { root, cwd, findIssuePath }: NameContext): string {
  const absolute = resolve(cwd, name)
  const stats = readStats(name, absolute)
  // Node.js decodes arguments as UTF-8, with U+FFFD for other bytes.
  if (!stats && name.includes('\uFFFD'))
    throw new UsageError(`Cannot read \`${name}\`: its name is not UTF-8, expected one that is`)
  if (!stats && /^[^\\/]+$/.test(name) && !isMarkdownPath(name)) return findIssuePath(name, root)
  if (!stats) throw new UsageError(`Cannot find \`${name}\``)
  if (!stats.isFile())
    throw new UsageError(`Unexpected folder \`${name}\`, expected a Markdown file (\`.md\` or \`.markdown\`)`)
  if (!isMarkdownPath(name))
    throw new UsageError(`Unexpected file \`${name}\`, expected a Markdown file (\`.md\` or \`.markdown\`)`)
  if (isInside(root, absolute)) return toRelative(root, absolute)
  // The newsletter's folder may have another path through a symbolic link.
  const [realRoot, real] = [readRealPath(root), readRealPath(absolute)]
  if (isInside(realRoot, real)) return toRelative(realRoot, real)
  throw new UsageError(
    `Unexpected file \`${name}\`, expected one in the newsletter's folder \`${root}\` (see \`--root\`)`,
  )
}

function readStats(name: string, absolute: string): Stats | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false })
  } catch (error) {
    throw new UsageError(`Cannot read \`${name}\`: ${explainDiskError(error).reason}`)
  }
}

import { posix } from 'node:path'
import { findSimilar } from '../diagnostics/nearest.ts'

/**
 * Formats which files a path that leads to none may mean.
 * @param path the path that was looked for, relative to the newsletter's folder, with `/`
 * @param nearby the files in its folder
 * @param base the folder that paths are relative to where it was written
 * @returns ``Did you mean `snippets/about.md`?``; `undefined` when no file has a similar name
 */
export function suggestPath(path: string, nearby: readonly string[], base: string): string | undefined {
  const byName = new Map(nearby.map((file) => [posix.basename(file), file]))
  const similar = findSimilar(posix.basename(path), byName.keys())
  if (similar.length === 0) return undefined
  const paths = similar.map((name) => `\`${encodeURI(posix.relative(base, byName.get(name) ?? name))}\``)
  return `Did you mean ${paths.join(' or ')}?`
}

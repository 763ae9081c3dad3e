import { dirname, resolve } from 'node:path'
import { readFileStamp } from '../files/file-stamp.ts'
import { readRealPath } from '../files/paths.ts'
import type { IssueContext } from './build-issue.ts'
import { createReadDigests, type DigestLookup, type Lookup } from './record-build.ts'

/** The digests of what issues read, from build to build. */
export interface ReadMemory {
  /** Returns the digests of what the issues of a build would read now; each file is looked at once in a build. */
  digestsOf(context: IssueContext): DigestLookup
  /** Forgets a file, which is read again although its stamp may be the same; its path is relative to the newsletter's folder. */
  forget(path: string): void
  /** Forgets all. */
  clear(): void
}

/**
 * Creates an empty memory. A file is read again only when its stamp has changed, or the place that links of its folder
 * lead to: an archive's pictures would all be read at each save.
 */
export function createReadMemory(): ReadMemory {
  const stored = new Map<string, { by: Lookup; stamp: string; digest: string | undefined }>()
  const ofBuilds = new WeakMap<object, DigestLookup>()

  function createDigests({ root, renderOptions }: IssueContext): DigestLookup {
    const realFolders = new Map<string, string>()
    const readStamp = (path: string): string | undefined => {
      const absolute = resolve(root, path)
      const stamp = readFileStamp(absolute)
      if (stamp === undefined) return undefined
      const folder = dirname(absolute)
      const real = realFolders.get(folder) ?? readRealPath(folder)
      realFolders.set(folder, real)
      return `${real} ${stamp}`
    }
    return createReadDigests(renderOptions, (by: Lookup, path: string, digest: () => string | undefined) => {
      // Before the file is read: should it change meanwhile, it has another stamp at the next build.
      const stamp = by === 'findArchived' ? undefined : readStamp(path)
      if (stamp === undefined) return digest()
      const known = stored.get(path)
      const current = known?.by === by && known.stamp === stamp ? known : { by, stamp, digest: digest() }
      stored.set(path, current)
      return current.digest
    })
  }

  return {
    digestsOf(context) {
      const { renderOptions } = context
      const digests = ofBuilds.get(renderOptions) ?? createDigests(context)
      ofBuilds.set(renderOptions, digests)
      return digests
    },
    forget: (path) => void stored.delete(path),
    clear: () => stored.clear(),
  }
}

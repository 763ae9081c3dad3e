import { resolve } from 'node:path'
import type { VFile } from 'vfile'
import { removeEmptyFolders } from '../files/create-folders.ts'
import { type ManifestEntry, mergeManifest, writeManifest } from '../files/manifest.ts'
import { removeStale } from '../files/remove-stale.ts'
import { createUnwritableFile } from '../files/write-out-folder.ts'
import type { BuiltIssue } from './build-issue.ts'
import type { OutFolder } from './claim-out-folder.ts'
import type { Newsletter } from './load-newsletter.ts'
import type { ResolvedPaths } from './resolve-paths.ts'
import type { Selection } from './select-issues.ts'

export interface ManifestContext extends Pick<ResolvedPaths, 'root' | 'requested'> {
  out: string
  folder: OutFolder
  newsletter: Newsletter
  selection: Selection
}

/**
 * Writes the manifest of a build, then removes the files that only the previous manifest lists. Issues that were not
 * built retain their earlier entry, unless they are gone from the newsletter.
 * @returns the manifest as a file with a message when it could not be written, in which case no file is removed
 */
export async function updateManifest(
  issues: BuiltIssue[],
  context: ManifestContext,
): Promise<VFile | undefined> {
  const { root, out, folder, newsletter, selection } = context
  const { id, previous, created } = folder
  const entries = issues
    .filter(({ files }) => files.length > 0)
    .map((issue) => createEntry(issue, newsletter.settings.targets))
  const skipped = context.requested.length > 0 ? selection.skippedDrafts : []
  const retained = new Set(
    [...selection.chosen, ...selection.others, ...skipped].map(({ file }) => file.path),
  )
  const manifest = mergeManifest(previous, entries, { id, newsletter: newsletter.settings.name, retained })
  try {
    await writeManifest(out, manifest)
    if (previous) await removeStale(out, previous, manifest)
    return undefined
  } catch (error) {
    removeEmptyFolders(created)
    return createUnwritableFile(resolve(out, 'manifest.json'), root, error)
  }
}

function createEntry(
  { slug, source, subject, date, files, messages }: BuiltIssue,
  targets: string[],
): ManifestEntry {
  const listed = files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }))
  return { slug, source, subject, date, targets, files: listed, messages }
}

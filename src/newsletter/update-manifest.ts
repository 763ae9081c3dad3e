import { resolve } from 'node:path'
import type { VFile } from 'vfile'
import { type Manifest, type ManifestEntry, mergeManifest } from '../files/manifest.ts'
import { writeManifest } from '../files/write-manifest.ts'
import { createUnwritableFile } from '../files/write-out-folder.ts'
import type { BuiltIssue } from './build-issue.ts'
import type { Newsletter } from './load-newsletter.ts'
import type { ResolvedPaths } from './resolve-paths.ts'
import type { Selection } from './select-issues.ts'

export interface ManifestContext extends Pick<ResolvedPaths, 'root' | 'requested'> {
  out: string
  previous: Manifest | undefined
  newsletter: Newsletter
  selection: Selection
}

/**
 * Writes the manifest anew. What was not built keeps its earlier email, unless it is gone from the newsletter.
 * @returns the manifest as a file with the message that says why it could not be written
 */
export async function updateManifest(
  issues: BuiltIssue[],
  context: ManifestContext,
): Promise<VFile | undefined> {
  const { root, out, previous, newsletter, selection } = context
  const entries = issues
    .filter(({ files }) => files.length > 0)
    .map((issue) => toEntry(issue, newsletter.settings.targets))
  const leftOut = context.requested.length > 0 ? selection.skippedDrafts : []
  const kept = new Set([...selection.chosen, ...selection.others, ...leftOut].map(({ file }) => file.path))
  const manifest = mergeManifest(previous, entries, { newsletter: newsletter.settings.name, kept })
  try {
    await writeManifest(out, manifest, previous)
    return undefined
  } catch (error) {
    return createUnwritableFile(resolve(out, 'manifest.json'), root, error)
  }
}

function toEntry(
  { slug, source, subject, date, files, messages }: BuiltIssue,
  targets: string[],
): ManifestEntry {
  const listed = files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }))
  return { slug, source, subject, date, targets, files: listed, messages }
}

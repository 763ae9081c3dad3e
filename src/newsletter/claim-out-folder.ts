import { resolve } from 'node:path'
import type { VFile } from 'vfile'
import { type Manifest, readManifest } from '../files/manifest.ts'
import { createUnwritableFile, writeOutFolder } from '../files/write-out-folder.ts'
import type { Newsletter } from './load-newsletter.ts'
import { createNewsletterId, isManifestOf } from './newsletter-id.ts'

/** An out folder that this newsletter may write to. */
export interface OutFolder {
  /** The newsletter's id, for the manifest. */
  id: string
  /** What the newsletter's earlier build has written; `undefined` when there was none. */
  previous: Manifest | undefined
  /** The folders that were created for it, absolute. */
  created: string[]
}

/**
 * Creates the out folder if it does not exist, and validates that it is this newsletter's: it has no manifest, or one that
 * this newsletter has written.
 * @param options.force accepts any manifest, of which then nothing is removed
 * @returns a file with a message when the folder cannot be used
 */
export async function claimOutFolder(
  newsletter: Newsletter,
  { root, out, force }: { root: string; out: string; force: boolean },
): Promise<OutFolder | { refused: VFile }> {
  let previous: Manifest | undefined
  try {
    const found = await readManifest(out)
    if (found && 'manifest' in found && isManifestOf(newsletter, found.manifest, { out, root }))
      previous = found.manifest
    else if (found && !force)
      throw Object.assign(new Error(), { code: 'manifest' in found ? 'ENEWSLETTER' : found.foreign })
  } catch (error) {
    return { refused: createUnwritableFile(resolve(out, 'manifest.json'), root, error) }
  }
  const written = await writeOutFolder(out, root)
  if ('unwritable' in written) return { refused: written.unwritable }
  return { id: createNewsletterId(newsletter), previous, created: written.created }
}

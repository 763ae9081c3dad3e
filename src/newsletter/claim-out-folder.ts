import { resolve } from 'node:path'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { type Manifest, readManifest } from '../files/manifest.ts'
import { toRelative } from '../files/paths.ts'
import { createUnwritableFile, writeOutFolder } from '../files/write-out-folder.ts'
import type { Newsletter } from './load-newsletter.ts'
import { createNewsletterId, recognizeManifest } from './newsletter-id.ts'

/** An out folder that this newsletter may write to. */
export interface OutFolder {
  /** The newsletter's id, for the manifest. */
  id: string
  /** What the newsletter's earlier build has written; `undefined` when there was none. */
  previous: Manifest | undefined
  /** The folders that were created for it, absolute. */
  created: string[]
  /** A file with a warning when another newsletter may have written the folder. */
  unclear?: VFile | undefined
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
  let unclear: VFile | undefined
  try {
    const found = await readManifest(out)
    const owner =
      found && 'manifest' in found ? recognizeManifest(newsletter, found.manifest, { out, root }) : 'other'
    if (found && 'manifest' in found && owner !== 'other') {
      previous = found.manifest
      if (owner === 'unclear' && !force) unclear = createUnclearFile(out, root)
    } else if (found && !force)
      throw Object.assign(new Error(), { code: 'manifest' in found ? 'ENEWSLETTER' : found.foreign })
  } catch (error) {
    return { refused: createUnwritableFile(resolve(out, 'manifest.json'), root, error) }
  }
  const written = await writeOutFolder(out, root)
  if ('unwritable' in written) return { refused: written.unwritable }
  return { id: createNewsletterId(newsletter), previous, created: written.created, unclear }
}

function createUnclearFile(out: string, root: string): VFile {
  const path = toRelative(root, resolve(out, 'manifest.json'))
  const file = new VFile({ path, cwd: root, value: '' })
  report(file, `Unexpected subject in \`${path}\`, expected that of this newsletter’s issue`, {
    ruleId: 'out-folder',
    severity: 'warning',
    note: 'Another newsletter with the same name, whose file has the same name, may have written this folder, and its email was replaced. Give each newsletter an out folder of its own (`--out`), or a `list: { id: … }` in its config. If you have only changed the subject, all is well.',
  })
  return file
}

import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { explainDiskError } from './explain-disk-error.ts'
import { toRelative } from './paths.ts'

/**
 * Makes the out folder when it is not there, and tries whether it can be written to: else each issue would fail for it.
 * @param out absolute
 * @param root the newsletter's folder, absolute, for the message
 * @returns the folder as a file with the message that says why not; nothing when all is well
 */
export async function writeOutFolder(out: string, root: string): Promise<VFile | undefined> {
  try {
    await mkdir(out, { recursive: true })
    await access(out, constants.W_OK | constants.X_OK)
    return undefined
  } catch (error) {
    return createUnwritableFile(out, root, error)
  }
}

/** A file that is only there to carry the message that it cannot be written. */
export function createUnwritableFile(path: string, root: string, error: unknown): VFile {
  const shown = toRelative(root, path)
  const file = new VFile({ path: shown, cwd: root, value: '' })
  const { why, note } = explainDiskError(error)
  report(file, `Cannot write \`${shown}\`: ${why}`, { ruleId: 'file-unwritable', note })
  return file
}

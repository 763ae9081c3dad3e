import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { createFolders } from './create-folders.ts'
import { explainDiskError } from './explain-disk-error.ts'
import { toRelative } from './paths.ts'

/**
 * Creates the out folder if it does not exist, and checks that it can be written to: otherwise each issue would report it.
 * @param out absolute
 * @param root the newsletter's folder, absolute, for the message
 * @returns the folders that were created, absolute; or the out folder as a file with a message when it cannot be written to
 */
export async function writeOutFolder(
  out: string,
  root: string,
): Promise<{ created: string[] } | { unwritable: VFile }> {
  try {
    const created = createFolders(out)
    await access(out, constants.W_OK | constants.X_OK)
    return { created }
  } catch (error) {
    return { unwritable: createUnwritableFile(out, root, error) }
  }
}

/** Creates a file that has nothing but the message that it cannot be written. */
export function createUnwritableFile(path: string, root: string, error: unknown): VFile {
  const shown = toRelative(root, path)
  const file = new VFile({ path: shown, cwd: root, value: '' })
  const { reason, note } = explainDiskError(error)
  report(file, `Cannot write \`${shown}\`: ${reason}`, { ruleId: 'file-unwritable', note })
  return file
}

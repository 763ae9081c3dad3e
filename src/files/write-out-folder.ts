import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { explainDiskError } from './explain-disk-error.ts'
import { toRelative } from './paths.ts'

/**
 * Creates the out folder if it does not exist, and checks that it can be written to: otherwise each issue would report it.
 * @param out absolute
 * @param root the newsletter's folder, absolute, for the message
 * @returns the folder as a file with a message when it cannot be written to; otherwise `undefined`
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

/** Creates a file that has nothing but the message that it cannot be written. */
export function createUnwritableFile(path: string, root: string, error: unknown): VFile {
  const shown = toRelative(root, path)
  const file = new VFile({ path: shown, cwd: root, value: '' })
  const { reason, note } = explainDiskError(error)
  report(file, `Cannot write \`${shown}\`: ${reason}`, { ruleId: 'file-unwritable', note })
  return file
}

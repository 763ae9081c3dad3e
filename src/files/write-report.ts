import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { explainDiskError } from './explain-disk-error.ts'
import { UsageError } from './usage-error.ts'

/**
 * Writes a report to the file that an option names, and creates its folder.
 * @param path absolute
 * @param shown the path as typed, for the message
 * @throws {UsageError} when it cannot be written
 */
export async function writeReport(path: string, text: string, shown: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  } catch (error) {
    throw new UsageError(`Cannot write \`${shown}\`: ${explainDiskError(error).reason}`)
  }
}

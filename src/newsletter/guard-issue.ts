import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { report } from '../diagnostics/report.ts'
import { explainDiskError } from '../files/explain-disk-error.ts'
import { toRelative } from '../files/paths.ts'
import type { Settings } from '../settings.ts'

/**
 * Does a part of an issue's build, such that what it throws becomes a message on the issue's file and stops no other.
 * @returns what the work gives; nothing when it threw
 */
export async function guardIssue<Result>(
  file: VFile,
  { markdown }: Settings,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    // A plugin of the user's may throw a message that is on the file already.
    if (file.messages.includes(error as VFileMessage)) return undefined
    if (isTooDeep(error)) {
      report(file, 'Cannot build this issue: its quotes, lists or HTML are nested too deep', {
        ruleId: 'nesting-depth',
        note: 'Look for a very long run of `>` or of opening tags, and remove the levels that nobody would see.',
      })
      return undefined
    }
    const hasPlugins = markdown.remarkPlugins.length + markdown.rehypePlugins.length > 0
    report(file, `Cannot build this issue: ${error instanceof Error ? error.message : String(error)}`, {
      ruleId: 'internal-error',
      note: hasPlugins
        ? 'This is a fault of issuepress or of a plugin in the config. If it stays without the plugins, please report it.'
        : 'This is a fault of issuepress; please report it, with the issue that it happens with.',
    })
    return undefined
  }
}

/** Parsers and printers go as deep as their input does; thousands of levels are more than a stack holds. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message)
}

/**
 * Writes an issue, such that a file that cannot be written becomes a message on the issue's.
 * @param folder where its files go, absolute: the message names it when the system names no file
 * @param root the newsletter's folder, absolute, for the message
 * @returns what the work gives; nothing when it threw
 */
export async function guardWriting<Result>(
  file: VFile,
  { folder, root }: { folder: string; root: string },
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    const { why, note } = explainDiskError(error)
    const path = (error as NodeJS.ErrnoException).path ?? folder
    report(file, `Cannot write \`${toRelative(root, path)}\`: ${why}`, { ruleId: 'file-unwritable', note })
    return undefined
  }
}

import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { report } from '../diagnostics/report.ts'
import { explainDiskError } from '../files/explain-disk-error.ts'
import { toRelative } from '../files/paths.ts'
import { isCallStackOverflow, reportOverflow } from '../parse/limit-nesting.ts'
import type { Settings } from '../settings.ts'

/**
 * Runs a part of an issue's build. What it throws becomes a message on the issue's file, so that other issues are built.
 * @returns the work's result; `undefined` when it threw
 */
export async function guardIssue<Result>(
  file: VFile,
  { markdown }: Settings,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    // A plugin may throw a message that it has put on the file (`file.fail()`).
    if (file.messages.includes(error as VFileMessage)) return undefined
    if (isCallStackOverflow(error)) {
      reportOverflow(file)
      return undefined
    }
    const hasPlugins = markdown.remarkPlugins.length + markdown.rehypePlugins.length > 0
    report(file, `Cannot build this issue: ${error instanceof Error ? error.message : String(error)}`, {
      ruleId: 'internal-error',
      note: hasPlugins
        ? 'This is an error of issuepress or of a plugin in the config. Remove the plugins and build again: if the message stays, please report it, with this issue.'
        : 'This is an error of issuepress, not of the issue. Please report it, with the Markdown of this issue.',
    })
    return undefined
  }
}

/**
 * Writes an issue's files. A file that cannot be written becomes a message on the issue's file.
 * @param folder the issue's folder, absolute: the message names it when the system names no file
 * @param root the newsletter's folder, absolute, for the message
 * @returns the work's result; `undefined` when it threw
 */
export async function guardWriting<Result>(
  file: VFile,
  { folder, root }: { folder: string; root: string },
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work()
  } catch (error) {
    const { reason, note } = explainDiskError(error)
    const path = (error as NodeJS.ErrnoException).path ?? folder
    report(file, `Cannot write \`${toRelative(root, path)}\`: ${reason}`, { ruleId: 'file-unwritable', note })
    return undefined
  }
}

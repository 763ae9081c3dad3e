import type { DiffReport } from '../../report/diff-report.ts'
import { formatDiffJson } from '../../report/diff-report.ts'
import { formatDiff } from '../../report/format-diff.ts'
import { formatDiffMarkdown } from '../../report/format-diff-markdown.ts'
import { wantsColour } from '../../report/wants-colour.ts'
import type { Context } from '../context.ts'
import type { Outcome } from '../define-command.ts'
import { exitCodes } from '../exit-codes.ts'
import { withDiff } from './create-diff.ts'
import type { DiffFlags } from './options.ts'

/**
 * `issue diff <ref>`: compares the newsletter with its state at a branch, tag or commit. It is a report: problems do not make
 * it fail, which is what `issue check` is for.
 * @returns the exit code, or the config when it has errors
 * @throws {UsageError} for a folder without a repository, or an unknown ref, or a page that cannot be written
 */
export async function runDiff(ref: string, flags: DiffFlags, context: Context): Promise<Outcome> {
  const { root = '.', config, configCode, target } = flags
  const { cwd, environment, signal } = context
  const options = { root, cwd, config, configCode, target, environment, signal }
  return withDiff(ref, options, async (diff) => {
    if (signal.aborted) return exitCodes.interrupted
    context.stdout.write(format(diff.report, flags, context))
    if (flags.html !== undefined) {
      const { writeHtmlReport } = await import('./write-html-report.ts')
      await writeHtmlReport(diff, flags.html, context)
    }
    return exitCodes.fine
  })
}

function format(report: DiffReport, flags: DiffFlags, { stdout, environment }: Context): string {
  if (flags.reporter === 'json') return formatDiffJson(report)
  if (flags.reporter === 'markdown') return formatDiffMarkdown(report, { reportUrl: flags.reportUrl })
  return formatDiff(report, { colour: wantsColour(flags.color, environment, stdout) })
}

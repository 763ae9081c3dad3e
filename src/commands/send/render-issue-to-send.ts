import { resolve } from 'node:path'
import { toRelative } from '../../files/paths.ts'
import type { RenderedIssue } from '../../newsletter/build-issue.ts'
import { checkNewsletter } from '../../newsletter/check-newsletter.ts'
import { formatPretty } from '../../report/format-pretty.ts'
import { wantsColour } from '../../report/wants-colour.ts'
import type { Context } from '../context.ts'
import { exitCodes, resolveExitCode } from '../exit-codes.ts'
import type { SendFlags } from './options.ts'

/**
 * Renders one issue in memory and prints its messages.
 * @returns the exit code when the issue must not be sent
 */
export async function renderIssueToSend(
  file: string,
  { config, configCode, target, strict, quiet, verbose, ...flags }: SendFlags,
  { cwd, stderr, environment, signal }: Context,
): Promise<RenderedIssue | number> {
  const root = resolve(cwd, flags.root ?? '.')
  let rendered: RenderedIssue | undefined
  const options = { root, cwd, files: [file], config, configCode, target, strict, signal }
  const result = await checkNewsletter(options, {
    web: false,
    onRendered: (issue) => {
      rendered = issue
    },
  })
  const colour = wantsColour(flags.color, environment, stderr)
  const formatPath = ({ cwd: base, path }: { cwd: string; path: string }) =>
    base === root ? toRelative(cwd, resolve(root, path)) : path
  stderr.write(
    formatPretty(result.files, { colour, width: stderr.columns, quiet, brief: !verbose, formatPath }),
  )
  if (result.outcome === 'interrupted' || result.outcome === 'misconfigured') return resolveExitCode(result)
  if (rendered?.rendered && rendered.built.passes) return rendered
  stderr.write(`Not sent: fix the problems in \`${file}\` first.\n`)
  return exitCodes.errors
}

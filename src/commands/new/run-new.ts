import { relative } from 'node:path'
import { createIssue } from '../../newsletter/create-issue.ts'
import type { Context } from '../context.ts'
import type { Outcome } from '../define-command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { NewFlags } from './options.ts'

/**
 * `issue new [title]`: writes the file of the next issue and prints its path; with `--open` opens it in the editor.
 * @throws {UsageError} as `createIssue` does
 */
export async function runNew(
  title: string,
  { root = '.', config, configCode, date, draft = true, open, quiet }: NewFlags,
  { cwd, stdout, stderr, environment, now }: Context,
): Promise<Outcome> {
  const created = await createIssue({ root, cwd, config, configCode, title, date, draft, now: now() })
  if ('misconfigured' in created) return created
  stdout.write(`${relative(cwd, created.path)}\n`)
  if (!quiet) for (const note of created.notes) stderr.write(`${note}\n`)
  if (!open) return exitCodes.fine
  const { openIssue } = await import('./open-issue.ts')
  const failure = await openIssue(created.path, environment)
  if (failure === undefined) return exitCodes.fine
  stderr.write(`issue: ${failure}\n`)
  return exitCodes.errors
}

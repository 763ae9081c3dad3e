import { listChangedFiles } from '../git/list-changed-files.ts'
import { openRepository, resolveCommit } from '../git/open-repository.ts'
import { loadNewsletter } from '../newsletter/load-newsletter.ts'
import { resolvePaths } from '../newsletter/resolve-paths.ts'
import { selectConcerned } from '../newsletter/select-concerned.ts'
import { replaceControlCharacters } from '../report/replace-control-characters.ts'
import type { Context } from './context.ts'
import type { RunFlags } from './run-with-progress.ts'

/**
 * Lists the issues that changes since a branch, tag or commit concern, and prints how many they are.
 * @param files the requested issues, as typed
 * @returns their paths; `undefined` for a config with errors, which the run reports
 * @throws {UsageError} for a folder without a repository, or an unknown ref
 */
export async function listConcerned(
  files: string[],
  { root = '.', config, configCode, target, changed, drafts, quiet }: RunFlags & { changed: string },
  { cwd, environment, stderr }: Context,
): Promise<ReadonlySet<string> | undefined> {
  const paths = resolvePaths({ root, cwd, config, configCode, target, files })
  const repository = await openRepository(paths.root, environment)
  const commit = await resolveCommit(changed, repository)
  const newsletter = await loadNewsletter(paths)
  if ('misconfigured' in newsletter) return undefined
  const concerned = selectConcerned(newsletter, await listChangedFiles(commit, repository))
  // A run leaves drafts out, unless it was asked for them.
  const counted = newsletter.issues.filter(({ matter }) => drafts || !matter.draft)
  const count = counted.filter(({ file }) => concerned.has(file.path)).length
  const noun = counted.length === 1 ? 'issue' : 'issues'
  const verb = count === 1 || counted.length === 1 ? 'is' : 'are'
  const since = replaceControlCharacters(changed)
  if (!quiet)
    stderr.write(`${count} of ${counted.length} ${noun} ${verb} concerned by changes since ${since}\n`)
  return concerned
}

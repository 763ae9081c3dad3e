import { relative, resolve } from 'node:path'
import type { VFile } from 'vfile'
import { compareNewsletters } from '../../compare/compare-newsletters.ts'
import { isInside, isPresent, readRealPath } from '../../files/paths.ts'
import { UsageError } from '../../files/usage-error.ts'
import { type ExtractedCommit, extractCommit } from '../../git/extract-commit.ts'
import { listChangedFiles } from '../../git/list-changed-files.ts'
import { openRepository, type Repository, resolveCommit } from '../../git/open-repository.ts'
import { createSnapshot, type RenderedSnapshot } from '../../newsletter/create-snapshot.ts'
import { loadNewsletter, type Newsletter } from '../../newsletter/load-newsletter.ts'
import { type PathOptions, resolvePaths } from '../../newsletter/resolve-paths.ts'
import { selectConcerned } from '../../newsletter/select-concerned.ts'
import type { DiffReport } from '../../report/diff-report.ts'

export interface DiffOptions extends Omit<PathOptions, 'files'> {
  environment: Record<string, string | undefined>
  signal: AbortSignal
}

export interface Diff {
  report: DiffReport
  before: RenderedSnapshot
  after: RenderedSnapshot
}

const nothing: RenderedSnapshot = { issues: [], messages: [], rendered: new Map() }

/**
 * Compares a newsletter with its state at a commit, in memory. Only issues that the changed files concern are rendered.
 * @param ref a branch, tag or commit, as typed
 * @param use receives the comparison; the earlier state's files are there until it is done
 * @returns what `use` returns, or only the present config when it has errors
 * @throws {UsageError} for a folder without a repository, or an unknown ref
 */
export async function withDiff<Result>(
  ref: string,
  options: DiffOptions,
  use: (diff: Diff) => Promise<Result>,
): Promise<Result | { misconfigured: VFile }> {
  const paths = resolvePaths(options)
  const repository = await openRepository(paths.root, options.environment)
  const commit = await resolveCommit(ref, repository)
  const present = await loadNewsletter(paths)
  if ('misconfigured' in present) return present
  const changed = await listChangedFiles(commit, repository)
  const base = await extractCommit(commit, repository)
  try {
    const baseOptions = {
      ...options,
      root: base.root,
      cwd: base.root,
      config: moveConfig(options, base, repository),
    }
    const { earlier, notes } = await loadEarlier(baseOptions, base, ref)
    const only = new Set(
      [present, ...(earlier ? [earlier] : [])].flatMap((each) => [...selectConcerned(each, changed)]),
    )
    const after = await createSnapshot(options, only)
    if ('misconfigured' in after) return after
    const created = earlier && (await createSnapshot(baseOptions, only))
    const before = created && !('misconfigured' in created) ? created : nothing
    const comparison = compareNewsletters(before, after)
    const differing = comparison.issues.filter(({ status }) => status !== 'removed')
    const report: DiffReport = {
      version: 1,
      ref,
      commit,
      target: present.settings.target,
      issues: comparison.issues,
      unchanged: present.issues.length - differing.length,
      problems: comparison.problems,
      notes,
    }
    return await use({ report, before, after })
  } finally {
    await base.remove()
  }
}

/** The earlier state, unless there is nothing to render, and what the comparison lacks because of it. */
async function loadEarlier(
  options: Omit<PathOptions, 'files'>,
  { missing }: ExtractedCommit,
  ref: string,
): Promise<{ earlier?: Newsletter; notes: string[] }> {
  const notes =
    missing.length === 0
      ? []
      : [
          `Not compared, since Git LFS has not downloaded them (\`git lfs fetch origin ${ref}\`): ${missing.join(', ')}`,
        ]
  try {
    const earlier = await loadNewsletter(resolvePaths(options))
    if ('misconfigured' in earlier) {
      const [message] = earlier.misconfigured.messages.filter(({ fatal }) => fatal)
      const why = `${earlier.misconfigured.path}: ${message?.reason}`
      return {
        notes: [...notes, `All issues count as added, since the config at ${ref} has an error. ${why}`],
      }
    }
    if (earlier.issues.length > 0) return { earlier, notes }
    return { notes: [...notes, `All issues count as added, since there are none at ${ref}`] }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { notes: [...notes, `All issues count as added, since ${ref} cannot be read: ${error.message}`] }
  }
}

/** The path of a requested config in the earlier state, if it was there; one outside of the repository is the same for both. */
function moveConfig(
  { config, cwd = '' }: DiffOptions,
  base: ExtractedCommit,
  { top }: Repository,
): PathOptions['config'] {
  if (typeof config !== 'string') return config
  const path = readRealPath(resolve(cwd, config))
  const moved = resolve(base.top, relative(top, path))
  return isInside(top, path) && isPresent(moved) ? moved : path
}

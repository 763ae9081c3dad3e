import type { Context } from './context.ts'
import type { RunFlags } from './run-with-progress.ts'

/**
 * Resolves `--changed <ref>` to the issues that the changes since then concern. What reads Git is loaded only for this option.
 * @param files the requested issues, as typed
 * @returns their paths; `undefined` for all issues
 * @throws {UsageError} for a folder without a repository, or an unknown ref
 */
export async function resolveChanged(
  files: string[],
  { changed, ...flags }: RunFlags,
  context: Context,
): Promise<ReadonlySet<string> | undefined> {
  if (changed === undefined) return undefined
  const { listConcerned } = await import('./list-concerned.ts')
  return listConcerned(files, { ...flags, changed }, context)
}

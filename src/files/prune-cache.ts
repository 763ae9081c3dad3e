import { readdirSync, rmdirSync, statSync, unlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { attempt } from './attempt.ts'

/** How many kinds of builds of a newsletter have entries: say, a build, a check, and both with `--strict`. */
const maxVariants = 4
/** In milliseconds: no build needs as long to write one entry. */
const maxTemporaryAge = 24 * 60 * 60 * 1000

/** The names of entries and of the folders that they are in. Nothing else is ever removed. */
const entryName = /^[0-9a-f]{32}$/
const temporaryName = /^\.[0-9a-f]{12}\.tmp$/

/**
 * Removes what the last full build of a newsletter did not need: the entries of issues that are gone, and those of the kinds
 * of builds that were not run for longest.
 * @param folder the newsletter's in the cache, absolute
 * @param variant the name of the folder of this kind of build
 * @param names the entries of all issues of this build
 */
export function pruneCache(
  folder: string,
  { variant, names }: { variant: string; names: ReadonlySet<string> },
): void {
  const now = Date.now()
  const own = join(folder, variant)
  for (const name of listNames(own)) {
    const path = join(own, name)
    if (entryName.test(name) ? !names.has(name) : isAbandoned(path, name, now))
      attempt(() => unlinkSync(path))
  }
  attempt(() => utimesSync(own, now / 1000, now / 1000))
  const variants = listNames(folder).filter((name) => entryName.test(name))
  const newestFirst = variants
    .map((name) => ({ path: join(folder, name), usedAt: readChangeTime(join(folder, name)) }))
    .sort((a, b) => b.usedAt - a.usedAt)
  for (const { path } of newestFirst.slice(maxVariants)) removeVariant(path)
}

/** Whether a temporary file was left by a process that was killed. */
function isAbandoned(path: string, name: string, now: number): boolean {
  return temporaryName.test(name) && now - readChangeTime(path) > maxTemporaryAge
}

function removeVariant(folder: string): void {
  for (const name of listNames(folder))
    if (entryName.test(name) || temporaryName.test(name)) attempt(() => unlinkSync(join(folder, name)))
  attempt(() => rmdirSync(folder))
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function readChangeTime(path: string): number {
  try {
    return statSync(path).mtimeMs
  } catch {
    return 0
  }
}

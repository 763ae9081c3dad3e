import { join } from 'node:path'
import type { VFile } from 'vfile'
import { validateSponsors } from '../config/validate-sponsors.ts'
import type { Settings, SponsorList } from '../settings.ts'
import { isPresent, toRelative } from './paths.ts'
import { readTextFile } from './read-text-file.ts'
import { UsageError } from './usage-error.ts'

/** The names that the file can have. */
const sponsorFiles = ['sponsors.yml', 'sponsors.yaml']

/**
 * Loads `sponsors.yml` from the config's folder.
 * @param folder the config's folder, absolute
 * @param root the newsletter's folder, absolute
 * @param configKeys the keys of `sponsors` in the config, which must not occur again
 * @param settings whose targets the issues are built for
 * @returns `undefined` when there is no such file
 * @throws {UsageError} when there are two
 */
export function loadSponsors(
  folder: string,
  root: string,
  configKeys: readonly string[],
  settings: Pick<Settings, 'targets' | 'customTargets'>,
): { sponsors: SponsorList; file: VFile } | undefined {
  const [name, second] = sponsorFiles.filter((each) => isPresent(join(folder, each)))
  if (name === undefined) return undefined
  if (second !== undefined)
    throw new UsageError(`Unexpected \`${name}\` and \`${second}\`, expected only one of them`)
  const file = readTextFile(toRelative(root, join(folder, name)), { cwd: root })
  return { sponsors: file.messages.length > 0 ? {} : validateSponsors(file, configKeys, settings), file }
}

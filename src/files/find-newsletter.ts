import { dirname, join } from 'node:path'
import { configNames } from './config-names.ts'
import { isFolder, isPresent } from './paths.ts'

/**
 * Finds the newsletter that a folder belongs to: the folder itself if it has a config or issues, else the nearest folder
 * above with a config, or with issues or templates that the folder lies in. As Git does, it looks no further than the
 * repository.
 * @param cwd absolute
 * @returns its folder, absolute; `cwd` when there is none
 */
export function findNewsletter(cwd: string): string {
  if (hasConfig(cwd) || isFolder(join(cwd, 'issues'))) return cwd
  for (let child = cwd, folder = dirname(cwd); ; child = folder, folder = dirname(folder)) {
    if (folder === child || isSeen(join(child, '.git'))) return cwd
    const isOwnFolder = ['issues', 'templates'].some((name) => join(folder, name) === child)
    if (hasConfig(folder) || (isOwnFolder && isFolder(join(folder, 'issues')))) return folder
  }
}

function hasConfig(folder: string): boolean {
  return configNames.some((name) => isSeen(join(folder, name)))
}

/** A folder that must not be searched, such as one above the newsletter, has nothing that could be read. */
function isSeen(path: string): boolean {
  try {
    return isPresent(path)
  } catch {
    return false
  }
}

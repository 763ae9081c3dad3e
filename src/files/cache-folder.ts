import { dirname, join } from 'node:path'
import { isFolder } from './paths.ts'

/**
 * Finds the folder in which other tools have their caches, too: below the `node_modules` of the newsletter's folder or, as
 * Node.js looks for packages, of the nearest folder above.
 * @param root the newsletter's folder, absolute
 * @returns absolute; `undefined` without `node_modules`. A folder for temporary files is not used instead: on a machine
 *   that people share, others could write there what a build then takes for its own.
 */
export function findModulesCache(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules')
    if (isFolder(modules)) return join(modules, '.cache', 'issuepress')
    if (dirname(folder) === folder) return undefined
  }
}

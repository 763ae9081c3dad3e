import * as nodeModule from 'node:module'
import { basename, dirname, join } from 'node:path'

/** `module.enableCompileCache`, which Node.js has since 22.1, and of whose statuses 0 means that it failed. */
type Enable = ((folder: string) => { status: number }) | undefined

/**
 * Has Node.js store the compiled code of all modules that are imported from now on, so that the next start does not compile
 * them again. Without a folder that can be written to, or before Node.js 22.1, nothing is stored.
 * @param packageFolder the package's own folder, absolute
 * @param homeFolder the user's; `undefined` when there is none
 */
export function enableCompileCache(packageFolder: string, homeFolder: string | undefined): void {
  const { enableCompileCache: enable } = nodeModule as { enableCompileCache?: Enable }
  if (enable) listCacheFolders(packageFolder, homeFolder).some((folder) => enable(folder).status !== 0)
}

/**
 * The folders that may contain compiled code, the best one first. Node.js would use the folder for temporary files, into
 * which other users of the machine can put code of theirs.
 */
export function listCacheFolders(packageFolder: string, homeFolder: string | undefined): string[] {
  const parent = dirname(packageFolder)
  const modules = basename(parent) === 'node_modules' ? parent : join(packageFolder, 'node_modules')
  const roots = homeFolder ? [modules, homeFolder] : [modules]
  return roots.map((root) => join(root, '.cache', 'issuepress', 'code'))
}

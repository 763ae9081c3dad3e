import { readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { explainDiskError } from './explain-disk-error.ts'
import { isFolder, isInside } from './paths.ts'

export interface Listing {
  /** The files, relative to the root, with `/`. */
  paths: string[]
  /** Those of them that are regular files: no link leads from them out of the root. */
  regular: Set<string>
  /** Folders that could not be read, each with its message. */
  broken: VFile[]
}

/**
 * Lists the files below a folder. Each folder is listed once, even if several links lead to it; a link that leads out of
 * the root is reported.
 * @param root absolute
 * @param folder relative to the root, with `/`; a folder that does not exist has no files
 * @param wanted whether to list a file, or to look into a folder, by its path relative to the root
 */
export function readListing(
  root: string,
  folder: string,
  wanted: (path: string, isFolder: boolean) => boolean,
): Listing {
  const listing: Listing = { paths: [], regular: new Set(), broken: [] }
  const seen = new Set<string>()
  // Links are visited last, so that a folder with a link to it is listed under its own name.
  const waiting = [folder]

  function visit(path: string): void {
    const real = realpathSync(join(root, path))
    if (seen.has(real)) return
    seen.add(real)
    if (!isInside(realpathSync(root), real)) throw Object.assign(new Error(), { code: 'EOUTSIDE' })
    for (const entry of readdirSync(real, { withFileTypes: true })) {
      const child = `${path}/${entry.name}`
      const linked = entry.isSymbolicLink() && isFolder(join(root, child))
      if (!wanted(child, linked || entry.isDirectory())) continue
      if (linked) waiting.push(child)
      else if (entry.isDirectory()) visitGuarded(child)
      else {
        listing.paths.push(child)
        if (entry.isFile()) listing.regular.add(child)
      }
    }
  }

  function visitGuarded(path: string): void {
    try {
      visit(path)
    } catch (error) {
      if (path === folder && (error as NodeJS.ErrnoException).code === 'ENOENT') return
      listing.broken.push(createBrokenFolder(root, path, error))
    }
  }

  for (let path = waiting.shift(); path !== undefined; path = waiting.sort().shift()) visitGuarded(path)
  return listing
}

function createBrokenFolder(root: string, path: string, error: unknown): VFile {
  const file = new VFile({ path, cwd: root, value: '' })
  const { reason, note } = explainDiskError(error)
  report(file, `Cannot read the folder \`${path}\`: ${reason}`, { ruleId: 'file-unreadable', note })
  return file
}

import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TemplateFiles } from '../theme/themes.ts'
import { readListing } from './read-listing.ts'
import { readTextFile } from './read-text-file.ts'

const extensions = new Set(['.html', '.txt', '.css', '.yml', '.yaml'])

/**
 * Reads the shipped templates, overlaid file by file by the newsletter's own in `templates/`. What cannot be read
 * carries a message and stands, empty, in the shipped file's stead.
 * @param root the newsletter's folder, absolute; without it only the shipped templates are read
 * @returns the files under their path in `templates/`: `default/layout.html`
 */
export function loadTemplates(root?: string): TemplateFiles {
  const files: TemplateFiles = new Map()
  const shipped = findShippedFolder()
  for (const path of readListing(shipped, 'templates', isWanted).paths) {
    files.set(toName(path), readTextFile(path, { cwd: shipped, shownAs: `issuepress/${path}` }))
  }
  if (root === undefined) return files
  const own = readListing(root, 'templates', isWanted)
  for (const path of own.paths) files.set(toName(path), readTextFile(path, { cwd: root, within: root }))
  // A broken folder is found in the templates that it is a part of; all of them fall back on the default one.
  for (const folder of own.broken) files.set(toName(folder.path) || 'default/', folder)
  return files
}

/** The package's own folder: above `lib/` in a package, above `src/files/` in the checkout. */
function findShippedFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url))
  return /[\\/]src[\\/]files[\\/]?$/.test(here) ? join(here, '..', '..') : join(here, '..')
}

function isWanted(path: string, isFolder: boolean): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return !name.startsWith('.') && (isFolder || extensions.has(extname(name)))
}

function toName(path: string): string {
  return path.slice('templates/'.length)
}

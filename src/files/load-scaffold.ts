import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ScaffoldFile } from '../scaffold/create-newsletter.ts'
import { toRelative } from './paths.ts'

/** Loads the files of a new newsletter as they are shipped, sorted by their paths. */
export function loadScaffold(): ScaffoldFile[] {
  const folder = locateScaffold()
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: toRelative(folder, path), bytes: readFileSync(path) }))
}

/** The package has them beside its code, the repository in `src/scaffold/files/`. */
function locateScaffold(): string {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const isSource = /[\\/]src[\\/]files[\\/]?$/.test(here)
  return isSource ? join(here, '..', 'scaffold', 'files') : join(here, 'scaffold')
}

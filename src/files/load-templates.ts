import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TemplateFiles } from '../theme/template-layers.ts'
import { readListing } from './read-listing.ts'
import { readTextFile } from './read-text-file.ts'
import { isTemplatePath, readPrecompiledTemplates, readRepositoryTemplates } from './shipped-templates.ts'

/**
 * Loads the shipped templates; files in the newsletter's `templates/` are laid over shipped files of the same path. A file
 * that cannot be read has a message and is empty; the shipped file is not used instead.
 * @param root the newsletter's folder, absolute; without it only the shipped templates are read
 * @returns the files by their path in `templates/`: `default/layout.html`
 */
export function loadTemplates(root?: string): TemplateFiles {
  const files = loadShippedTemplates()
  if (root === undefined) return files
  const own = readListing(root, 'templates', isTemplatePath)
  for (const path of own.paths) {
    const file = readTextFile(path, { cwd: root, within: root })
    // `theme.yml` and `strings.yml` are merged with the shipped ones.
    const shippedFile = files.get(toName(path))
    if (shippedFile) file.data.shipped = shippedFile
    files.set(toName(path), file)
  }
  // A broken folder is reported for the template that it belongs to; `templates/` itself for `default`, on which all
  // templates fall back.
  for (const folder of own.broken) files.set(toName(folder.path) || 'default/', folder)
  return files
}

/** The package has them parsed, beside its code; the repository has only `templates/`, above `src/files/`. */
function loadShippedTemplates(): TemplateFiles {
  const here = fileURLToPath(new URL('.', import.meta.url))
  if (/[\\/]src[\\/]files[\\/]?$/.test(here)) return readRepositoryTemplates(join(here, '..', '..'))
  return readPrecompiledTemplates(join(here, 'templates.json'), join(here, '..'))
}

function toName(path: string): string {
  return path.slice('templates/'.length)
}

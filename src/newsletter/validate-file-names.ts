import type { VFile } from 'vfile'
import { findMisnamedFiles } from '../files/find-misnamed-files.ts'
import { findOtherFormats } from '../files/find-other-formats.ts'
import { readListing } from '../files/read-listing.ts'
import { validateTemplateNames } from '../template-rules/validate-file-names.ts'
import type { TemplateFiles } from '../theme/template-layers.ts'

/** What is known of a newsletter when the names of its files are validated. */
export interface LoadedFiles {
  configPath: string | undefined
  templates: TemplateFiles
  /** The names of the templates that the config and issues use. */
  used: ReadonlySet<string>
  issueTexts: readonly string[]
}

/**
 * Reports files and folders of a newsletter that have no effect since their names are misspelled, or their format is none that is read.
 * @param root the newsletter's folder, absolute
 * @returns the files with messages that were not loaded; messages on loaded templates are on these
 */
export function validateFileNames(root: string, loaded: LoadedFiles): VFile[] {
  const { configPath, templates, used, issueTexts } = loaded
  const listing = readListing(root, 'templates', (path) => !/\/[._][^/]*$/.test(path))
  const paths = listing.paths.map((path) => path.slice('templates/'.length))
  return [
    ...findMisnamedFiles(root, configPath),
    ...findOtherFormats(root),
    ...validateTemplateNames(
      {
        paths,
        files: templates,
        used,
        issueTexts,
        known: listKnown(templates),
        shipped: listShipped(templates),
      },
      root,
    ),
  ]
}

/** The paths in a template of all shipped files, those included that the newsletter has replaced, and of added rules. */
function listKnown(templates: TemplateFiles): Set<string> {
  const shipped = [...templates].filter(([, file]) => isShipped(file))
  return new Set(['extra.css', ...shipped.map(([path]) => path.slice(path.indexOf('/') + 1))])
}

function listShipped(templates: TemplateFiles): string[] {
  const shipped = [...templates].filter(([, file]) => isShipped(file))
  return [...new Set(shipped.map(([path]) => path.split('/')[0] ?? ''))]
}

/** `loadTemplates` stores the shipped file with the one that replaces it. */
function isShipped({ path, data }: VFile): boolean {
  return path.startsWith('issuepress/') || data.shipped !== undefined
}

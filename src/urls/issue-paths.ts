import { posix } from 'node:path'

const markdownExtension = /\.(?:md|markdown)$/i

/** The index file of a folder, with or without a language: `index.md`, `index.fr.md`. */
const indexName = /^index(?=$|\.)/i

/** Whether a path ends as that of an issue does: in `.md` or `.markdown`. */
export function isMarkdownPath(path: string): boolean {
  return markdownExtension.test(path)
}

/**
 * Extracts the name of an issue from its path, from which its slug and date come: the file's without its extension, or
 * that of the folder that an `index.md` is in, as in the page bundles of Hugo and the colocated pages of Zola.
 * @param path relative to the newsletter's root, with `/`
 */
export function extractIssueName(path: string): string {
  const name = posix.basename(path).replace(/(?<=.)\.[^.]*$/, '')
  const folder = posix.dirname(path)
  const isBundle = indexName.test(name) && folder.includes('/')
  return isBundle ? name.replace(indexName, posix.basename(folder)) : name
}

import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { VFile } from 'vfile'
import { memoizeText } from '../memoize-text.ts'
import type { PrecompiledFile } from '../theme/parse-template-yaml.ts'
import { splitHead } from '../theme/split-head.ts'
import type { TemplateFiles } from '../theme/template-layers.ts'
import { validateTemplateAttributes } from '../theme/validate-attributes.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { readListing } from './read-listing.ts'
import { readTextFile } from './read-text-file.ts'

const extensions = new Set(['.html', '.txt', '.css', '.yml', '.yaml'])

/** Whether a file in `templates/` belongs to a template, or a folder is to be looked into. */
export function isTemplatePath(path: string, isFolder: boolean): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return !name.startsWith('.') && (isFolder || extensions.has(extname(name)))
}

/**
 * Reads the shipped templates from their folder.
 * @param folder contains `templates/`, absolute
 */
export function readShippedTemplates(folder: string): TemplateFiles {
  const { paths } = readListing(folder, 'templates', isTemplatePath)
  const read = (path: string) => readTextFile(path, { cwd: folder, shownAs: shownAs(path) })
  return new Map(paths.map((path) => [path.slice('templates/'.length), read(path)]))
}

/**
 * Reads the shipped templates from the JSON that `precompileTemplates` created of them.
 * @param path that of the JSON, absolute
 * @param folder contains `templates/`, absolute
 */
export function readPrecompiledTemplates(path: string, folder: string): TemplateFiles {
  return new Map(
    Object.entries(parsePrecompiled(path)).map(([name, precompiled]) => [
      name,
      new VFile({
        path: shownAs(`templates/${name}`),
        cwd: folder,
        value: precompiled.text,
        data: { precompiled },
      }),
    ]),
  )
}

/** Parsed once, as the modules of the package are, to which the JSON belongs. */
const parsePrecompiled = memoizeText(
  (path): Record<string, PrecompiledFile> => JSON.parse(readFileSync(path, 'utf8')),
  1,
)

/**
 * Validates the shipped templates and parses their YAML, for the package to contain the result.
 * @param folder contains `templates/`, absolute
 * @throws {Error} for a mistake in a template
 */
export function precompileTemplates(folder: string): Record<string, PrecompiledFile> {
  const compiled: Record<string, PrecompiledFile> = {}
  for (const [name, file] of readShippedTemplates(folder)) {
    compiled[name] = precompileFile(name, file)
    const [message] = file.messages
    if (message) throw new Error(`Cannot compile \`${name}\``, { cause: message })
  }
  return compiled
}

function precompileFile(name: string, file: VFile): PrecompiledFile {
  const text = String(file)
  const { head, offset } = name.endsWith('.yml') ? { head: text, offset: 0 } : splitHead(text)
  const isValidated = /\.(?:html|yml)$/.test(name)
  const precompiled = isValidated ? { text, yaml: parseYaml(head, file, offset).value } : { text }
  if (name.endsWith('.html')) validateTemplateAttributes(file)
  return precompiled
}

/** The repository's templates as they were last compiled, by their names. */
const compiledBefore = new Map<string, PrecompiledFile>()

/**
 * Reads the shipped templates from the repository, where no package has compiled them. Each text is compiled once in a
 * process: tests load the templates thousands of times. A file with a mistake stays as it is, and reports it where it is
 * used.
 * @param folder contains `templates/`, absolute
 */
export function readRepositoryTemplates(folder: string): TemplateFiles {
  const files = readShippedTemplates(folder)
  for (const [name, file] of files) {
    if (compiledBefore.get(name)?.text !== String(file)) {
      const copy = new VFile({ path: file.path, cwd: file.cwd, value: file.value })
      const precompiled = precompileFile(name, copy)
      if (copy.messages.length > 0) continue
      compiledBefore.set(name, precompiled)
    }
    file.data.precompiled = compiledBefore.get(name)
  }
  return files
}

function shownAs(path: string): string {
  return `issuepress/${path}`
}

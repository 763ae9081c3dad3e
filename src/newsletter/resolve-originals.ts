import { basename, join } from 'node:path'
import type { VFile } from 'vfile'
import { listNames } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { isFolder } from '../files/paths.ts'
import { UsageError } from '../files/usage-error.ts'
import { isMerged, selectLayers, type TemplateFiles } from '../theme/template-layers.ts'

/** The names of the shipped templates. */
export function listShippedTemplates(shipped: TemplateFiles): string[] {
  return [...new Set([...shipped.keys()].map((path) => path.split('/')[0] ?? ''))].sort()
}

/** Splits what was typed as a template: `default`, or with a file in it, `default/style.css`. */
export function splitTypedTemplate(typed: string): { template: string; file: string | undefined } {
  const path = normalizePath(typed)
  if (path.startsWith('/')) return { template: path, file: undefined }
  const [template = '', ...steps] = path.split('/')
  return { template, file: steps.length > 0 ? steps.join('/') : undefined }
}

/**
 * Lists the shipped files that a template consists of, those that it inherits included, by path.
 * @param template its name: a shipped template, or a folder in the newsletter's `templates/`
 * @throws {UsageError} for a template that is neither
 */
export function listOriginals(template: string, shipped: TemplateFiles, root: string): Map<string, VFile> {
  const names = listShippedTemplates(shipped)
  const isName = /^[^./\\][^/\\]*$/.test(template)
  if (!names.includes(template) && !(isName && isFolder(join(root, 'templates', template)))) {
    const near = nearest(template, names)
    const advice =
      near || !isName
        ? ''
        : `\nFor a template of your own, create the folder \`templates/${template}\` first.`
    throw new UsageError(
      `Unexpected template \`${template}\`, expected ${near ? `\`${near}\`` : listNames(names)}${advice}`,
    )
  }
  const { files } = selectLayers(template, shipped)
  const own = [...files].filter(([path]) => !path.startsWith('../'))
  return new Map(own.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/**
 * Resolves typed paths to shipped files. A folder stands for all files in it.
 * @param typed paths in the template, with `/` or `\`
 * @param template the template's name, for messages
 * @param originals what can be named
 * @throws {UsageError} for a path that is none of these
 */
export function resolveOriginals(
  typed: readonly string[],
  template: string,
  originals: ReadonlyMap<string, VFile>,
): Map<string, VFile> {
  const found = typed.flatMap((each) => {
    const path = normalizePath(each)
    const named = [...originals].filter(([name]) => name === path || name.startsWith(`${path}/`))
    if (named.length === 0) throw createUnknownFileError(path, template, originals)
    return named
  })
  return new Map(found)
}

function normalizePath(typed: string): string {
  return typed
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '')
}

function createUnknownFileError(
  path: string,
  template: string,
  originals: ReadonlyMap<string, VFile>,
): UsageError {
  if (isMerged(path) && !path.includes('..'))
    return new UsageError(
      `Cannot copy \`${path}\`, which is not shipped\nCreate \`templates/${template}/${path}\`: its rules are added to those of \`style.css\`.`,
    )
  const names = [...originals.keys()]
  const near = names.find((name) => basename(name) === basename(path)) ?? nearest(path, names)
  const expected = near ? `\`${near}\`` : 'a file of the template'
  return new UsageError(
    `Unexpected file \`${path}\`, expected ${expected}\n\`issue eject ${template}\` lists all files.`,
  )
}

import { VFile } from 'vfile'

/** The files of all templates by path: `default/layout.html`. A file's own `path` is the one in messages. */
export type TemplateFiles = Map<string, VFile>

/** The template from which all others inherit the files that they do not have. */
export const baseTemplate = 'default'

/** A template's own and inherited files. */
export interface TemplateLayers {
  /**
   * By their paths in the template. A file of the base template that is merged with the template's own is there as well:
   * `../default/theme.yml`.
   */
  files: Map<string, VFile>
  /** The style sheets in the order of the cascade: `style.css`, then the rules that are added to it. */
  styleSheets: VFile[]
}

/**
 * Selects the files of a template. A file replaces the base template's file of the same path, except for those that are
 * merged: design tokens, wording and added rules.
 * @param name the template's name
 * @param all the files of all templates
 */
export function selectLayers(name: string, all: TemplateFiles): TemplateLayers {
  const files = new Map<string, VFile>()
  const added: VFile[] = []
  for (const folder of name === baseTemplate ? [baseTemplate] : [baseTemplate, name]) {
    const own = listOwnFiles(folder, all)
    for (const [path, file] of own) {
      const inherited = files.get(path)
      if (inherited && isMerged(path)) files.set(`../${baseTemplate}/${path}`, inherited)
      files.set(path, file)
    }
    const sheets = own.filter(([path]) => isAddedStyleSheet(path)).sort(byCascade)
    added.push(...sheets.flatMap(([, file]) => listVersions(file)))
  }
  const main = files.get('style.css')
  return { files, styleSheets: main ? [main, ...added] : added }
}

function listOwnFiles(folder: string, all: TemplateFiles): [path: string, file: VFile][] {
  return [...all]
    .filter(([path]) => path.startsWith(`${folder}/`))
    .map(([path, file]) => [path.slice(folder.length + 1), file])
}

/** Whether a file of a template is merged with those of its path that are below it, instead of replacing them. */
export function isMerged(path: string): boolean {
  return path === 'theme.yml' || path === 'strings.yml' || isAddedStyleSheet(path)
}

/** `extra.css` and the rules beside a block, which are added to `style.css`. */
function isAddedStyleSheet(path: string): boolean {
  return path === 'extra.css' || /^blocks\/[^/]+\.css$/.test(path)
}

/** The rules of single blocks come last, since they are the most specific. */
function byCascade([one]: [string, VFile], [other]: [string, VFile]): number {
  if (one === 'extra.css') return -1
  return other === 'extra.css' || one > other ? 1 : -1
}

/** A merged file with the shipped one that it is laid over, the lowest first. */
export function listVersions(file: VFile | undefined): VFile[] {
  if (!file) return []
  return file.data.shipped instanceof VFile ? [file.data.shipped, file] : [file]
}

import type { VFile } from 'vfile'
import type { Settings } from '../settings.ts'
import { createTheme } from './create-theme.ts'
import type { Theme } from './theme.ts'

/** The files of all templates by path: `default/layout.html`. A file's own `path` is the one in messages. */
export type TemplateFiles = Map<string, VFile>

/** The templates of a newsletter. Each is created when it is first used. */
export interface Themes {
  names: string[]
  get(name: string): Theme | undefined
}

/** The template from which all others inherit the files that they do not have. */
const base = 'default'

/**
 * @param files those of the shipped templates, each replaced by the newsletter's own file of the same path
 * @param settings its `theme` overrides the design tokens of the templates, and its `blocks` may contain their own specs
 */
export function createThemes(files: TemplateFiles, settings: Settings): Themes {
  const names = [...new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''))].sort()
  const created = new Map<string, Theme>()
  const get = (name: string): Theme | undefined => {
    if (!names.includes(name)) return undefined
    const inherited = name === base ? undefined : get(base)
    const theme = created.get(name) ?? createTheme(name, selectFiles(name, files), settings, inherited)
    created.set(name, theme)
    return theme
  }
  return { names, get }
}

/** A template's own and inherited files, under their paths in the template. */
function selectFiles(name: string, files: TemplateFiles): Map<string, VFile> {
  const own = new Map<string, VFile>()
  for (const folder of name === base ? [base] : [base, name]) {
    for (const [path, file] of files) {
      if (path.startsWith(`${folder}/`)) own.set(path.slice(folder.length + 1), file)
    }
  }
  return own
}

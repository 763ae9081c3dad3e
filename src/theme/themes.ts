import type { VFile } from 'vfile'
import type { Settings } from '../settings.ts'
import { createTheme } from './create-theme.ts'
import type { Theme } from './theme.ts'

/** Template files, already read: `default/layout.html` → its text. A file's `path` is what messages call it. */
export type TemplateFiles = Map<string, VFile>

/** Every template of a newsletter, each made when first asked for. */
export interface Themes {
  names: string[]
  get(name: string): Theme | undefined
}

/** The template whose files every other one falls back on, file by file. */
const base = 'default'

/**
 * @param files the shipped templates overlaid by the newsletter's own, file by file
 * @param settings whose `theme` overrides the templates' design tokens, and whose `blocks` may say their specs themselves
 */
export function createThemes(files: TemplateFiles, settings: Settings): Themes {
  const names = [...new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''))].sort()
  const made = new Map<string, Theme>()
  const get = (name: string): Theme | undefined => {
    if (!names.includes(name)) return undefined
    const inherited = name === base ? undefined : get(base)
    const theme = made.get(name) ?? createTheme(name, filesOf(name, files), settings, inherited)
    made.set(name, theme)
    return theme
  }
  return { names, get }
}

function filesOf(name: string, files: TemplateFiles): Map<string, VFile> {
  const own = new Map<string, VFile>()
  for (const folder of name === base ? [base] : [base, name]) {
    for (const [path, file] of files) {
      if (path.startsWith(`${folder}/`)) own.set(path.slice(folder.length + 1), file)
    }
  }
  return own
}

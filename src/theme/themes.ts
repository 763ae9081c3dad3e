import type { Settings } from '../settings.ts'
import { createTheme } from './create-theme.ts'
import { baseTemplate, selectLayers, type TemplateFiles } from './template-layers.ts'
import type { Theme } from './theme.ts'

/** The templates of a newsletter. Each is created when it is first used. */
export interface Themes {
  names: string[]
  get(name: string): Theme | undefined
}

/**
 * @param files those of the shipped templates, each replaced by the newsletter's own file of the same path, which has the
 * shipped one in `data.shipped`
 * @param settings its `theme` overrides the design tokens of the templates, and its `blocks` may contain their own specs
 */
export function createThemes(files: TemplateFiles, settings: Settings): Themes {
  const names = [...new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''))].sort()
  const created = new Map<string, Theme>()
  const get = (name: string): Theme | undefined => {
    if (!names.includes(name)) return undefined
    const inherited = name === baseTemplate ? undefined : get(baseTemplate)
    const theme = created.get(name) ?? createTheme(name, selectLayers(name, files), settings, inherited)
    created.set(name, theme)
    return theme
  }
  return { names, get }
}

import type { Settings } from '../settings.ts'
import type { TemplateFiles } from '../theme/template-layers.ts'
import type { Theme } from '../theme/theme.ts'
import { createThemes, type Themes } from '../theme/themes.ts'

/** Templates that several builds can use. */
export interface ReusableThemes {
  themes: Themes
  /**
   * Whether the next build can use them: creating them has reported nothing, which the next build would have to report
   * again, and rendering with them has never failed, which an engine stores (`theme/engine.ts`).
   */
  isFlawless(): boolean
}

/** Creates templates, as `createThemes` does, and watches for what keeps them from being used again. */
export function createReusableThemes(files: TemplateFiles, settings: Settings): ReusableThemes {
  const all = [...files.values()]
  const hadMessages = all.some(({ messages }) => messages.length > 0)
  const inner = createThemes(files, settings)
  const created = new Map<string, Theme | undefined>()
  let isFlawless = !hadMessages

  function create(name: string): Theme | undefined {
    const countMessages = () => all.reduce((sum, { messages }) => sum + messages.length, 0)
    const before = countMessages()
    const theme = inner.get(name)
    if (countMessages() !== before) isFlawless = false
    if (!theme) return undefined
    const render: Theme['render'] = (path, variables) => {
      try {
        return theme.render(path, variables)
      } catch (error) {
        isFlawless = false
        throw error
      }
    }
    return { ...theme, render }
  }

  return {
    themes: {
      names: inner.names,
      get(name) {
        if (!created.has(name)) created.set(name, create(name))
        return created.get(name)
      },
    },
    isFlawless: () => isFlawless,
  }
}

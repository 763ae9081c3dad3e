import type { PreviewEmail } from './preview-state.ts'
import { clientMenu } from './view/client-menu.ts'
import { renderView, type View } from './view/render-view.ts'

export interface ViewRenderer {
  /**
   * Renders an email as requested by a view's query.
   * @param query `dark`, `images=blocked`, `styles=stripped`, `client=gmail.ios`, `tags=sample`
   * @returns `undefined` for an unknown client
   */
  render(email: PreviewEmail, query: URLSearchParams): View | undefined
}

/** The number of cached views: a page requests the email and the list of what was removed one after the other. */
const cacheSize = 8

const clients = new Set(clientMenu.flatMap(({ platforms }) => platforms.map(({ id }) => id)))

export function createViewRenderer(): ViewRenderer {
  const views = new Map<string, { located: string; view: View }>()
  return {
    render(email, query) {
      const client = query.get('client')
      if (client !== null && !clients.has(client)) return undefined
      const dark = query.get('dark') !== null
      const images = query.get('images') !== 'blocked'
      const styles = query.get('styles') !== 'stripped'
      const located = query.get('tags') === 'sample' ? email.readSample().located : email.located
      const key = JSON.stringify([email.version, query.get('tags'), dark, images, styles, client])
      const cached = views.get(key)
      if (cached?.located === located) return cached.view
      const view = renderView(located, { dark, images, styles, client })
      views.set(key, { located, view })
      for (const oldest of [...views.keys()].slice(0, -cacheSize)) views.delete(oldest)
      return view
    },
  }
}

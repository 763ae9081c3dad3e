import type { PreviewEmail } from './preview-state.ts'
import { clientMenu } from './view/client-menu.ts'
import { renderView, type View } from './view/render-view.ts'

export interface ViewRenderer {
  /**
   * Draws an email as a view's address asks for it.
   * @param query `dark`, `images=blocked`, `styles=stripped`, `client=gmail.ios`
   * @returns nothing for a client that nobody knows
   */
  make(email: PreviewEmail, query: URLSearchParams): View | undefined
}

/** Views that are kept: a page asks for the email and for what was taken away one after the other. */
const kept = 8

const clients = new Set(clientMenu.flatMap(({ platforms }) => platforms.map(({ id }) => id)))

export function createViewRenderer(): ViewRenderer {
  const views = new Map<string, { located: string; view: View }>()
  return {
    make(email, query) {
      const client = query.get('client')
      if (client !== null && !clients.has(client)) return undefined
      const dark = query.get('dark') !== null
      const images = query.get('images') !== 'blocked'
      const styles = query.get('styles') !== 'stripped'
      const key = JSON.stringify([email.version, dark, images, styles, client])
      const known = views.get(key)
      if (known?.located === email.located) return known.view
      const view = renderView(email.located, { dark, images, styles, client })
      views.set(key, { located: email.located, view })
      for (const oldest of [...views.keys()].slice(0, -kept)) views.delete(oldest)
      return view
    },
  }
}

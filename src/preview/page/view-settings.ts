import type { ClientMenu } from '../page-state.ts'

/** How emails are looked at; the same for all issues. */
export interface ViewSettings {
  view: 'email' | 'inbox' | 'text' | 'html'
  /** Of the email, in pixels. */
  width: number
  dark: boolean
  images: boolean
  styles: boolean
  /** A client's id, `gmail.ios`; empty for the email as it is. */
  client: string
  /** Of the plaintext. */
  columns: 72 | 78
  /** Whether problems and source are shown. */
  panel: boolean
}

export const leastWidth = 240
export const mostWidth = 1600

const name = 'issuepress-preview'

const start: ViewSettings = {
  view: 'email',
  width: 768,
  dark: false,
  images: true,
  styles: true,
  client: '',
  columns: 72,
  panel: true,
}

/** The settings as they were left in this browser. */
export function loadSettings({ families }: ClientMenu): ViewSettings {
  try {
    const settings: ViewSettings = { ...start, ...JSON.parse(localStorage.getItem(name) ?? '{}') }
    const clients = families.flatMap(({ platforms }) => platforms.map(({ id }) => id))
    return { ...settings, client: clients.includes(settings.client) ? settings.client : '' }
  } catch {
    return { ...start }
  }
}

export function saveSettings(settings: ViewSettings): void {
  try {
    localStorage.setItem(name, JSON.stringify(settings))
  } catch {
    // A browser that keeps nothing starts afresh next time.
  }
}

/** A view's address, as the server reads it. */
export function formatViewQuery({ dark, images, styles, client }: ViewSettings): string {
  const query = new URLSearchParams()
  if (dark) query.set('dark', '')
  if (!images) query.set('images', 'blocked')
  if (!styles) query.set('styles', 'stripped')
  if (client) query.set('client', client)
  return query.toString()
}

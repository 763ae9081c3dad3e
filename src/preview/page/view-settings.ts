import type { ClientMenu } from '../page-state.ts'

/** The settings of the views, shared by all issues. */
export interface ViewSettings {
  view: 'email' | 'inbox' | 'text' | 'html' | 'sent'
  /** The email's width in pixels; `fit` is as wide as there is room for. */
  width: number | 'fit'
  /** Whether an email that is wider than its stage is scaled down; otherwise it scrolls at its real size. */
  scaled: boolean
  dark: boolean
  images: boolean
  styles: boolean
  /** What stands side by side: light and dark mode, or all widths. */
  compare: 'none' | 'modes' | 'widths'
  /** Whether merge tags are replaced by sample values. */
  samples: boolean
  /** A client's id, `gmail.ios`; empty for the original email. */
  client: string
  /** The plaintext's ruler. */
  columns: 72 | 78
  /** Whether the panel with problems and source is open, as the user chose. */
  panel?: boolean
}

export const minWidth = 240
export const maxWidth = 1600

/** The width of a desktop's mail client in pixels, beyond which an email no longer changes. */
export const desktopWidth = 1024

/** The width of a tablet in pixels. */
export const tabletWidth = 768

/** The width of a phone in pixels. */
export const phoneWidth = 375

/** The width in pixels from which a window has room for the panel beside the email; the style sheet has it, too. */
const panelWidth = 1100

const storageKey = 'issuepress-preview'

const defaults: ViewSettings = {
  view: 'email',
  width: 'fit',
  scaled: false,
  dark: false,
  images: true,
  styles: true,
  compare: 'none',
  samples: false,
  client: '',
  columns: 72,
}

/** Loads the settings stored in this browser. */
export function loadSettings({ families }: ClientMenu): ViewSettings {
  try {
    const settings: ViewSettings = { ...defaults, ...JSON.parse(localStorage.getItem(storageKey) ?? '{}') }
    const clients = families.flatMap(({ platforms }) => platforms.map(({ id }) => id))
    return { ...settings, client: clients.includes(settings.client) ? settings.client : '' }
  } catch {
    return { ...defaults }
  }
}

/** Whether the panel is open: as the user chose, or else where there is room for it. */
export function isPanelOpen({ panel }: ViewSettings): boolean {
  return panel ?? window.innerWidth >= panelWidth
}

/** Stores the settings in this browser. */
export function saveSettings(settings: ViewSettings): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings))
  } catch {
    // Without storage, the defaults are used next time.
  }
}

/** Formats the query of a view, as parsed by the server. */
export function formatViewQuery({ dark, images, styles, samples, client }: ViewSettings): string {
  const query = new URLSearchParams()
  if (dark) query.set('dark', '')
  if (!images) query.set('images', 'blocked')
  if (!styles) query.set('styles', 'stripped')
  if (samples) query.set('tags', 'sample')
  if (client) query.set('client', client)
  return query.toString()
}

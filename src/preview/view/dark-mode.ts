import { features, supportOf } from '../../mail-clients/features.ts'

const slug = 'css-at-media-prefers-color-scheme'

/**
 * What a client does to an email in dark mode: `own` shows the email's own dark styles; `outlook` darkens light
 * backgrounds and lightens dark text, and marks these elements; `partial` does so without the marks; `full` inverts every
 * colour; `unchanged` shows the email as in light mode.
 */
export type DarkMode = 'own' | 'outlook' | 'partial' | 'full' | 'unchanged'

/** What caniemail does not say: seen in test services (Litmus, Email on Acid) and described by both. */
const known: Readonly<Record<string, DarkMode>> = {
  'gmail.ios': 'full',
  'gmail.android': 'partial',
  'gmail.desktop-webmail': 'unchanged',
  'outlook.windows': 'full',
}

/**
 * Resolves what a client does in dark mode.
 * @param client a platform of caniemail: `gmail.ios`
 * @returns `undefined` when it is not known
 */
export function resolveDarkMode(client: string): DarkMode | undefined {
  const support = supportOf(slug, client)
  // Its notes say which clients mark what they have changed.
  const notes = support.slice(1).split(',')
  if (notes.some((number) => /data-ogsc/.test(features[slug]?.notes?.[number] ?? ''))) return 'outlook'
  return known[client] ?? (support.startsWith('y') ? 'own' : undefined)
}

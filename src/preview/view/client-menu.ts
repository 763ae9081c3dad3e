import data from '../../mail-clients/caniemail.json' with { type: 'json' }
import { familyOf, features, platforms, supportOf } from '../../mail-clients/features.ts'
import { type DarkMode, resolveDarkMode } from './dark-mode.ts'

/** A family of mail clients with its platforms. */
export interface ClientFamily {
  /** Its slug in caniemail's data: `gmail`. */
  family: string
  title: string
  platforms: ClientPlatform[]
}

export interface ClientPlatform {
  /** Its name in caniemail's data: `gmail.ios`. */
  id: string
  /** Its title within the family: `iOS`. */
  title: string
  /** Its title with the family's: `Gmail iOS`. */
  name: string
  device: 'phone' | 'desktop'
  /** What it does in dark mode; `null` when that is not known. */
  darkMode: DarkMode | null
}

/** Out of service since the end of 2024. */
const retired = 'outlook.windows-mail'

/** With fewer tested features than this, a view would hardly differ from the email as it is. */
const minTested = Object.keys(features).length / 4

/** The families that most readers use. */
const common = ['gmail', 'apple-mail', 'outlook', 'yahoo']

/** Titles of platforms whose names in caniemail's data are ambiguous. */
const titles: Record<string, string> = {
  'outlook.windows': 'classic',
  'outlook.outlook-com': 'Outlook.com, new Outlook',
  // Tested on macOS; the same program runs on all systems.
  'thunderbird.macos': 'Desktop',
}

const families: Record<string, string> = data.families
const platformNames: Record<string, string> = data.platformNames

/**
 * The mail clients that the preview can show an email in: the families that most readers use, then the others in
 * caniemail's order.
 */
export const clientMenu: ClientFamily[] = [...new Set([...common, ...Object.keys(families)])]
  .map((family) => ({
    family,
    title: families[family] ?? family,
    platforms: platforms
      .filter((id) => familyOf(id) === family && id !== retired && countTested(id) >= minTested)
      .map((id) => describePlatform(id, families[family] ?? family)),
  }))
  .filter((family) => family.platforms.length > 0)

function describePlatform(id: string, family: string): ClientPlatform {
  const title = formatTitle(id)
  return {
    id,
    title,
    name: title.startsWith(family) ? title : `${family} ${title}`,
    device: /\.(?:android|ios|mobile-webmail)$/.test(id) ? 'phone' : 'desktop',
    darkMode: resolveDarkMode(id) ?? null,
  }
}

function countTested(platform: string): number {
  return Object.keys(features).filter((slug) => !supportOf(slug, platform).startsWith('u')).length
}

/** `Desktop Webmail` becomes `Webmail`; names such as `iOS` stay. */
function formatTitle(id: string): string {
  const name = titles[id] ?? platformNames[id.slice(id.indexOf('.') + 1)] ?? id
  return name.replace(/^Desktop (Webmail)$/, '$1').replace(/ Webmail$/, ' webmail')
}

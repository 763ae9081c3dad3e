import data from '../../mail-clients/caniemail.json' with { type: 'json' }
import { familyOf, features, platforms, supportOf } from '../../mail-clients/features.ts'

/** A family of mail clients with its platforms. */
export interface ClientFamily {
  /** Its slug in caniemail's data: `gmail`. */
  family: string
  title: string
  /** Each platform's name in caniemail's data, `gmail.ios`, and its title within the family, `iOS`. */
  platforms: { id: string; title: string }[]
}

/** Out of service since the end of 2024. */
const retired = 'outlook.windows-mail'

/** With fewer tested features than this, a view would hardly differ from the email as it is. */
const minTested = Object.keys(features).length / 4

/** Titles of platforms whose names in caniemail's data are ambiguous. */
const titles: Record<string, string> = {
  'outlook.windows': 'Windows (classic)',
  'outlook.outlook-com': 'Outlook.com, new Outlook',
  // Tested on macOS; the same program runs on all systems.
  'thunderbird.macos': 'Desktop',
}

const families: Record<string, string> = data.families
const platformNames: Record<string, string> = data.platformNames

/** The mail clients that the preview can show an email in, with the families in caniemail's order. */
export const clientMenu: ClientFamily[] = Object.keys(families)
  .map((family) => ({
    family,
    title: families[family] ?? family,
    platforms: platforms
      .filter((id) => familyOf(id) === family && id !== retired && countTested(id) >= minTested)
      .map((id) => ({ id, title: formatTitle(id) })),
  }))
  .filter((family) => family.platforms.length > 0)

function countTested(platform: string): number {
  return Object.keys(features).filter((slug) => !supportOf(slug, platform).startsWith('u')).length
}

/** `Desktop Webmail` becomes `Webmail`; names such as `iOS` stay. */
function formatTitle(id: string): string {
  const name = titles[id] ?? platformNames[id.slice(id.indexOf('.') + 1)] ?? id
  return name.replace(/^Desktop (Webmail)$/, '$1').replace(/ Webmail$/, ' webmail')
}

import data from '../../mail-clients/caniemail.json' with { type: 'json' }
import { familyOf, features, platforms, supportOf } from '../../mail-clients/features.ts'

/** A mail client's family with what it runs on. */
export interface ClientFamily {
  /** Its slug in caniemail's data: `gmail`. */
  family: string
  title: string
  /** `gmail.ios` and what a person calls it within the family: `iOS`. */
  platforms: { id: string; title: string }[]
}

/** Out of service since the end of 2024. */
const retired = 'outlook.windows-mail'

/** Where less than this was tested, a view would be little else than the email as it is. */
const leastTested = Object.keys(features).length / 4

/** Where caniemail's word for a platform leaves open what is meant. */
const titles: Record<string, string> = {
  'outlook.windows': 'Windows (classic)',
  'outlook.outlook-com': 'Outlook.com, new Outlook',
  // Tested on macOS, and the same program everywhere.
  'thunderbird.macos': 'Desktop',
}

const families: Record<string, string> = data.families
const platformNames: Record<string, string> = data.platformNames

/** The mail clients that an email can be seen through, as caniemail's data order and name their families. */
export const clientMenu: ClientFamily[] = Object.keys(families)
  .map((family) => ({
    family,
    title: families[family] ?? family,
    platforms: platforms
      .filter((id) => familyOf(id) === family && id !== retired && countTested(id) >= leastTested)
      .map((id) => ({ id, title: toTitle(id) })),
  }))
  .filter((family) => family.platforms.length > 0)

function countTested(platform: string): number {
  return Object.keys(features).filter((slug) => !supportOf(slug, platform).startsWith('u')).length
}

/** `Desktop Webmail` describes, `iOS` names. */
function toTitle(id: string): string {
  const name = titles[id] ?? platformNames[id.slice(id.indexOf('.') + 1)] ?? id
  return name.replace(/^Desktop (Webmail)$/, '$1').replace(/ Webmail$/, ' webmail')
}

/**
 * What mail clients support: the data of caniemail.com, of which the package carries a reduced copy. `caniemail.json`
 * is made by `test/clients/refresh.mjs` and names its date, source and licence.
 */
import data from './caniemail.json' with { type: 'json' }

/** One feature of CSS or HTML, as caniemail tested it. */
export interface Feature {
  title: string
  /** The day of the last test. */
  tested: string
  /** One word per platform, in the order of `platforms`: `y`, `n`, `a` in part, `u` unknown; `a1,2` has notes 1 and 2. */
  support: string
  notes?: Record<string, string>
}

/** Every feature by its slug: `css-position`, `html-video`. */
export const features: Readonly<Record<string, Feature>> = data.features

/** Every client as caniemail tests it: `gmail.ios`, `outlook.windows`. */
export const platforms: readonly string[] = data.platforms.split(' ')

/** Each platform's word of a feature's support, ready to be looked up. */
const words = new Map(
  Object.entries(features).map(([slug, { support }]) => {
    const list = support.split(' ')
    return [slug, new Map(platforms.map((platform, index) => [platform, list[index] ?? 'u']))]
  }),
)

/** What a platform's latest tested version says of a feature: `y`, `n`, `a1,2`; `u` where nobody knows. */
export function supportOf(slug: string, platform: string): string {
  return words.get(slug)?.get(platform) ?? 'u'
}

/** What a config's `clients` can name: families, `gmail`, and their platforms, `gmail.ios`. */
export const clientNames: readonly string[] = [
  ...new Set(platforms.flatMap((platform) => [familyOf(platform), platform])),
]

export function isFeature(slug: string): boolean {
  return Object.hasOwn(features, slug)
}

/** Where caniemail explains a feature. */
export function featureUrl(slug: string): string {
  return `https://www.caniemail.com/features/${slug}/`
}

export function familyOf(platform: string): string {
  return platform.slice(0, platform.indexOf('.'))
}

/** No longer meant by its family's name: Windows Mail went out of service at the end of 2024. */
const retired = new Set(['outlook.windows-mail'])

/**
 * The platforms that a list of clients means.
 * @param clients families and platforms; names that caniemail does not know are passed over
 */
export function resolvePlatforms(clients: readonly string[]): string[] {
  return platforms.filter(
    (platform) =>
      clients.includes(platform) || (clients.includes(familyOf(platform)) && !retired.has(platform)),
  )
}

/**
 * Platforms as a person names them, whole families in one word: `Gmail, Outlook (Windows, macOS)`.
 * @param some the platforms to name
 * @param all the platforms that are asked about
 */
export function formatClientList(some: readonly string[], all: readonly string[]): string {
  const families = [...new Set(some.map(familyOf))]
  const names = families.map((family) => {
    const own = some.filter((platform) => familyOf(platform) === family)
    const whole = all.filter((platform) => familyOf(platform) === family)
    const name = nameOf(data.families, family)
    if (own.length === whole.length) return name
    return `${name} (${own.map((platform) => toPlatformName(platform.slice(family.length + 1))).join(', ')})`
  })
  return names.join(', ')
}

/** `Desktop Webmail` is a description, `iOS` a name. */
function toPlatformName(platform: string): string {
  const name = nameOf(data.platformNames, platform)
  return / Webmail$/.test(name) ? name.toLowerCase() : name
}

function nameOf(names: Record<string, string>, key: string): string {
  return names[key] ?? key
}

import { features, featureUrl } from '../../mail-clients/features.ts'

/** A place that can be opened. */
export interface Place {
  /** The file's path relative to the newsletter's root, with `/`. */
  file: string
  line: number
  column: number
}

/** One thing that was taken from an email at one place. */
export interface Loss {
  what: string
  feature: string
  notes: readonly string[]
  place: Place | null
  /** How much it takes along: the declarations of a rule; nothing where nothing is seen of it. */
  weight: number
}

/** What a client takes from an email. */
export interface LossSummary {
  /** As it was written, shortened: `border-radius: 6px`, `@media (max-width:600px)`, `a:hover`, `<style>`, `<img srcset>`. */
  what: string
  /** The feature's slug in caniemail's data. */
  feature: string
  /** The feature's name. */
  title: string
  /** Where caniemail explains it. */
  url: string
  /** What caniemail notes on it for this client, where that is why it was taken. */
  notes: string[]
  /** How often it was taken. */
  count: number
  /** The first place of the newsletter's own that asked for it; none when only shipped templates do. */
  at: Place | null
}

/**
 * What was taken, once each: what takes most along first, then what was taken most often.
 * @param losses in the order of the document
 */
export function summarizeLosses(losses: readonly Loss[]): LossSummary[] {
  const groups = new Map<string, Loss[]>()
  for (const loss of losses) {
    const key = `${loss.feature} ${loss.what}`
    const group = groups.get(key) ?? []
    group.push(loss)
    groups.set(key, group)
  }
  return [...groups.values()]
    .map((group) => ({ group, weight: group.reduce((sum, { weight }) => sum + weight, 0) }))
    .sort((a, b) => b.weight - a.weight || b.group.length - a.group.length || compare(a.group, b.group))
    .flatMap(({ group }) => toOne(group))
}

function toOne(group: Loss[]): LossSummary[] {
  const [first] = group
  if (!first) return []
  const { what, feature } = first
  return [
    {
      what,
      feature,
      title: features[feature]?.title ?? feature,
      url: featureUrl(feature),
      notes: [...new Set(group.flatMap(({ notes }) => notes))],
      count: group.length,
      at: group.find(({ place }) => place !== null)?.place ?? null,
    },
  ]
}

/** By code units, so that the order is the same on every machine. */
function compare([a]: Loss[], [b]: Loss[]): number {
  const [one, other] = [`${a?.what} ${a?.feature}`, `${b?.what} ${b?.feature}`]
  return one < other ? -1 : one > other ? 1 : 0
}

import { features, featureUrl } from '../../mail-clients/features.ts'

/** A place that can be opened in an editor. */
export interface Place {
  /** The file's path relative to the newsletter's root, with `/`. */
  file: string
  line: number
  column: number
}

/** A feature that was removed from an email at one place. */
export interface Loss {
  /** The HTML or CSS that was removed; see `LossSummary`. */
  what: string
  feature: string
  notes: readonly string[]
  place: Place | null
  /** How much is lost with it, in declarations: those of a rule; 0 where the loss is not seen. */
  weight: number
}

/** All losses of the same HTML or CSS in one email. */
export interface LossSummary {
  /** The HTML or CSS as it was written, shortened: `border-radius: 6px`, `@media (max-width:600px)`, `a:hover`, `<style>`, `<img srcset>`. */
  what: string
  /** The feature's slug in caniemail's data. */
  feature: string
  /** The feature's name. */
  title: string
  /** Where caniemail explains it. */
  url: string
  /** caniemail's notes on why this client lacks the feature. */
  notes: string[]
  /** How often it was removed. */
  count: number
  /** The first place in the newsletter's own files; `null` when only shipped templates use the feature. */
  at: Place | null
}

/**
 * Groups losses of the same HTML or CSS, the greatest weight first, then the most frequent.
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
    .sort((a, b) => b.weight - a.weight || b.group.length - a.group.length || compareText(a.group, b.group))
    .flatMap(({ group }) => summarizeGroup(group))
}

function summarizeGroup(group: Loss[]): LossSummary[] {
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

/** Compares by UTF-16 code units, so that the order is the same on every machine. */
function compareText([a]: Loss[], [b]: Loss[]): number {
  const [first, second] = [`${a?.what} ${a?.feature}`, `${b?.what} ${b?.feature}`]
  return first < second ? -1 : first > second ? 1 : 0
}

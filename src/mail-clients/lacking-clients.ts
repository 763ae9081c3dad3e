import { conditions } from './conditions.ts'
import type { FeatureUse } from './feature-use.ts'
import { features, supportOf } from './features.ts'

/** Who lacks what is used, of those that were tested. */
export interface LackingClients {
  lacking: string[]
  tested: string[]
  /** What caniemail notes on those that lack it, without repeats. */
  notes: string[]
}

/**
 * Which clients lack a feature, or the part of it that is used.
 * @param use what is used
 * @param clients the platforms that are asked about
 */
export function findLackingClients(use: FeatureUse, clients: readonly string[]): LackingClients {
  const tested: string[] = []
  const lacking: string[] = []
  const notes = new Set<string>()
  for (const platform of clients) {
    const word = supportOf(use.slug, platform)
    if (word.startsWith('u')) continue
    tested.push(platform)
    const told = toWhy(use, word)
    if (!told || use.only?.includes(platform) === false || isLostAround(use, platform)) continue
    lacking.push(platform)
    for (const note of told) notes.add(note)
  }
  return { lacking, tested, notes: [...notes] }
}

/** The notes on what a platform lacks of what is used; nothing when it lacks nothing. */
function toWhy(use: FeatureUse, word: string): string[] | undefined {
  if (word.startsWith('y')) return undefined
  const notes = toNotes(word, features[use.slug]?.notes)
  const asked = conditions.flatMap((condition) =>
    condition.slug.test(use.slug)
      ? notes.filter((text) => condition.note.test(text)).map((text) => ({ text, condition }))
      : [],
  )
  if (asked.length === 0) return word.startsWith('n') ? notes : undefined
  const told = asked.filter(({ condition }) => condition.lacks(use)).map(({ text }) => text)
  return told.length > 0 ? told : undefined
}

/** Where `<style>` or an at-rule is lacking, that is what is to be said, and not of each thing in it. */
function isLostAround({ within = [] }: FeatureUse, platform: string): boolean {
  return within.some((outer) => findLackingClients(outer, [platform]).lacking.length > 0)
}

function toNotes(word: string, notes: Record<string, string> = {}): string[] {
  return word
    .slice(1)
    .split(',')
    .flatMap((number) => notes[number] ?? [])
}

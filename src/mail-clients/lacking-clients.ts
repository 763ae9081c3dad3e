import { memoize } from '../hast/memoize.ts'
import { memoizeText } from '../memoize-text.ts'
import { conditions } from './conditions.ts'
import type { FeatureUse } from './feature-use.ts'
import { features, supportOf } from './features.ts'

/** The clients that lack a feature, among those that were tested. */
export interface LackingClients {
  lacking: string[]
  tested: string[]
  /** caniemail's notes on the clients that lack it, without repetitions. */
  notes: string[]
}

/**
 * Finds the clients that lack a feature, or the part of it that is used.
 * @param use the use of the feature
 * @param clients the platforms to look up
 */
export function findLackingClients(use: FeatureUse, clients: readonly string[]): LackingClients {
  const tested: string[] = []
  const lacking: string[] = []
  const notes = new Set<string>()
  for (const platform of clients) {
    const word = supportOf(use.slug, platform)
    if (word.startsWith('u')) continue
    tested.push(platform)
    const reasons = findReasons(use, word)
    if (!reasons || use.only?.includes(platform) === false || isWithinLacking(use, platform)) continue
    lacking.push(platform)
    for (const note of reasons) notes.add(note)
  }
  return { lacking, tested, notes: [...notes] }
}

/**
 * Creates a lookup of the clients that lack uses. Each use is looked up once: most uses are objects that all issues share.
 * @param clients the platforms to look up
 */
export function createClientLookup(clients: readonly string[]): (use: FeatureUse) => LackingClients {
  return memoize((use) => findLackingClients(use, clients))
}

/**
 * The notes that say why a platform lacks a use.
 * @param word the platform's support of the feature
 * @returns `undefined` when the platform supports the use; empty when it lacks it without a note
 */
function findReasons(use: FeatureUse, word: string): string[] | undefined {
  if (word.startsWith('y')) return undefined
  const notes = notesOf(word, features[use.slug]?.notes)
  const applicable = conditionsOf(use.slug).flatMap((condition) =>
    notes.filter((text) => condition.note.test(text)).map((text) => ({ text, condition })),
  )
  if (applicable.length === 0) return word.startsWith('n') ? notes : undefined
  const reasons = applicable.filter(({ condition }) => condition.lacks(use)).map(({ text }) => text)
  return reasons.length > 0 ? reasons : undefined
}

/** The conditions on a feature, of which each platform has other notes. */
const conditionsOf = memoizeText((slug) => conditions.filter((condition) => condition.slug.test(slug)), 500)

/** Whether the platform lacks the `<style>` or an at-rule around, which is reported instead of everything in it. */
function isWithinLacking({ within = [] }: FeatureUse, platform: string): boolean {
  return within.some((outer) => findLackingClients(outer, [platform]).lacking.length > 0)
}

function notesOf(word: string, notes: Record<string, string> = {}): string[] {
  return word
    .slice(1)
    .split(',')
    .flatMap((number) => notes[number] ?? [])
}

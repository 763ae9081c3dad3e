import type { Letters } from './letters.ts'

/** What a block should have printed into the plaintext, in letters: its label, and then its copy's opening words. */
export interface Printed {
  label: string
  copy: string
}

/** As far before its copy a label may stand, in letters. */
const nearby = 200

/** A short label such as `Ad` is in many a word: where words stand apart, it must be one. */
const needsWordBoundaries = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]+$/u

/** A way in which the copies can stand in the text one behind the other. */
interface Placement {
  found: number
  /** The copies without label, by their number. */
  unlabelled: number[]
}

/**
 * Tells which copies stand in a text without their label. What a block prints may be quoted elsewhere, so that no place
 * alone says where the block is. But the blocks stand in their order, and a label is good for one of them: of all the
 * ways in which they can stand the best counts, the one that finds most copies, and most of these labelled.
 * @param printed the blocks in their order
 * @returns their numbers
 */
export function findUnlabelled(printed: readonly Printed[], text: Letters): number[] {
  const known = new Map<string, Placement>()
  const findBest = (number: number, from: number): Placement => {
    const key = `${number} ${from}`
    const best = known.get(key) ?? selectBest(listPlacements(number, from))
    known.set(key, best)
    return best
  }
  const listPlacements = (number: number, from: number): Placement[] => {
    const block = printed[number]
    if (!block) return [{ found: 0, unlabelled: [] }]
    const ways = findOccurrences(block.copy, text.all, from).map((at) => {
      const { found, unlabelled } = findBest(number + 1, at + block.copy.length)
      const isLabelled = containsLabel(block.label, text, Math.max(from, at - nearby), at)
      return { found: found + 1, unlabelled: isLabelled ? unlabelled : [number, ...unlabelled] }
    })
    // A block may be kept from the plaintext altogether.
    return [...ways, findBest(number + 1, from)]
  }
  return findBest(0, 0).unlabelled
}

function selectBest(ways: Placement[]): Placement {
  return ways.reduce((best, way) => {
    const gain = way.found - best.found || best.unlabelled.length - way.unlabelled.length
    return gain > 0 ? way : best
  })
}

function findOccurrences(copy: string, all: string, from: number): number[] {
  const places: number[] = []
  for (let at = all.indexOf(copy, from); at !== -1; at = all.indexOf(copy, at + 1)) places.push(at)
  return places
}

function containsLabel(label: string, { all, starts }: Letters, from: number, to: number): boolean {
  return findOccurrences(label, all.slice(0, to), from).some((at) => {
    const end = at + label.length
    return !needsWordBoundaries.test(label) || (starts.has(at) && (starts.has(end) || end === to))
  })
}

import type { Letters } from './letters.ts'

/** What a sponsor's block should print into the plaintext, as `toLetters` returns it: its label, then its text's start. */
export interface Printed {
  label: string
  copy: string
}

/** How far before the text its label may be, in letters. */
const nearby = 200

/** Scripts with spaces, where a label must be a whole word: `Ad` is also a part of `shadow`. */
const needsWordBoundaries = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]+$/u

/** One way to assign the blocks to occurrences of their texts in the plaintext. */
interface Placement {
  /** How many blocks have an occurrence. */
  found: number
  /** The indices of the blocks whose text is found without its label. */
  unlabelled: number[]
}

/**
 * Finds the blocks that the plaintext prints without their label. The text of a block may also be quoted elsewhere, so
 * that an occurrence alone does not prove that the block is there. But the blocks are printed in order, and a label counts
 * for only one of them. So, of all placements in order, the best one counts: with the most blocks found, and with the
 * fewest of these unlabelled.
 * @param printed the blocks in their order
 * @param text the plaintext's letters
 * @returns the indices of blocks without their label
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
    const placements = findOccurrences(block.copy, text.all, from).map((at) => {
      const { found, unlabelled } = findBest(number + 1, at + block.copy.length)
      const isLabelled = containsLabel(block.label, text, Math.max(from, at - nearby), at)
      return { found: found + 1, unlabelled: isLabelled ? unlabelled : [number, ...unlabelled] }
    })
    // A block may be missing from the plaintext.
    return [...placements, findBest(number + 1, from)]
  }
  return findBest(0, 0).unlabelled
}

function selectBest(placements: Placement[]): Placement {
  return placements.reduce((best, placement) => {
    const gain = placement.found - best.found || best.unlabelled.length - placement.unlabelled.length
    return gain > 0 ? placement : best
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

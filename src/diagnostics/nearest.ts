import leven from 'leven'

/**
 * Finds the known name that is most similar to a mistyped one.
 * @param name as written
 * @param known the names that exist
 * @returns `undefined` when none is within a third of the name's length in edits (but at least two). Of a name of three
 * letters two edits leave one, so that it has to have the same letters, as `ulr` and `url`, or to begin with the same one.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(name.length / 3))
  const small = name.toLowerCase()
  let best: string | undefined
  let least = limit + 1
  for (const candidate of known) {
    const other = candidate.toLowerCase()
    const distance = leven(small, other, { maxDistance: limit + 1 })
    if (distance > 1 && small.length <= 3 && small[0] !== other[0] && !hasSameLetters(small, other)) continue
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/**
 * Finds the known names that a mistyped one may stand for: those that are similar, then those that contain it.
 * @param name as written
 * @param known the names that exist
 * @returns at most three, the most similar first
 */
export function findSimilar(name: string, known: Iterable<string>): string[] {
  const limit = Math.max(2, Math.floor(name.length / 3))
  const small = name.toLowerCase()
  const ranked = [...known].map((candidate) => {
    const other = candidate.toLowerCase()
    const distance = leven(small, other, { maxDistance: limit + 1 })
    const isPart = small.length > 2 && other.includes(small)
    return { candidate, rank: distance <= limit ? distance : isPart ? limit + 1 : Number.POSITIVE_INFINITY }
  })
  return ranked
    .filter(({ rank }) => rank !== Number.POSITIVE_INFINITY)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** True for names that differ in one letter, or in the order of their letters. */
export function isMisspelt(name: string, known: string): boolean {
  return leven(name, known) === 1 || hasSameLetters(name, known)
}

/** Whether two names have the same letters in any order: `tabel` and `table`. */
export function hasSameLetters(name: string, other: string): boolean {
  return name.length === other.length && [...name].sort().join('') === [...other].sort().join('')
}

/** Whether a name differs from another by at most so many letters; capitals count as small letters. */
export function isWithinEdits(name: string, other: string, edits: number): boolean {
  return leven(name.toLowerCase(), other.toLowerCase(), { maxDistance: edits + 1 }) <= edits
}

import leven from 'leven'

/**
 * The known name that a mistyped one most likely meant.
 * @param name as written
 * @param known the names that exist
 * @returns the nearest, or nothing when none is within a third of the name's length (at least two edits)
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(name.length / 3))
  let best: string | undefined
  let least = limit + 1
  for (const candidate of known) {
    const distance = leven(name.toLowerCase(), candidate.toLowerCase(), { maxDistance: limit + 1 })
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

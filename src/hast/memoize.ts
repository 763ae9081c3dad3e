/**
 * Reads a thing once for all the checks that ask: what was read of it is kept as long as the thing itself.
 * @param read what it gives is shared, and not to be changed
 */
export function memoize<Thing extends object, Reading>(
  read: (thing: Thing) => Reading,
): (thing: Thing) => Reading {
  const known = new WeakMap<Thing, { reading: Reading }>()
  return (thing) => {
    const kept = known.get(thing)
    if (kept) return kept.reading
    const reading = read(thing)
    known.set(thing, { reading })
    return reading
  }
}

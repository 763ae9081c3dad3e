/**
 * Stores the results of a function of a text: the same styles are on most elements and in every issue, and are parsed
 * once. Memory stays flat: when as many results as the limit are stored, those that have not been used since the last
 * time are dropped.
 * @param compute depends on nothing but the text; its results are shared, and must not be changed
 * @param limit how many results are stored at least; twice as many are at most
 */
export function memoizeText<Result>(
  compute: (text: string) => Result,
  limit = 1000,
): (text: string) => Result {
  let recent = new Map<string, { result: Result }>()
  let earlier = new Map<string, { result: Result }>()
  return (text) => {
    const known = recent.get(text)
    if (known) return known.result
    const own = copyText(text)
    const stored = earlier.get(own) ?? { result: compute(own) }
    if (recent.size >= limit) {
      earlier = recent
      recent = new Map()
    }
    recent.set(own, stored)
    return stored.result
  }
}

/** Copies a text that is stored: V8 would store the whole document that it is a part of. */
export function copyText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}

/** A part of a text, by its offsets in UTF-16 code units, and what replaces it. */
export interface ReplacedPart {
  start: number
  end: number
  text: string
}

/**
 * Replaces parts of a text in one step: a copy of the whole text for each part would make the time quadratic.
 * @param parts in any order; one that overlaps another is ignored if it starts later
 */
export function replaceParts(text: string, parts: readonly ReplacedPart[]): string {
  const pieces: string[] = []
  let done = 0
  for (const part of parts.toSorted((one, other) => one.start - other.start)) {
    if (part.start < done) continue
    pieces.push(text.slice(done, part.start), part.text)
    done = part.end
  }
  return pieces.join('') + text.slice(done)
}

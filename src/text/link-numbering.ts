/** Numbers things in the order in which they are first asked for; the same thing keeps its number. */
export class LinkNumbering {
  readonly #keys: string[] = []
  readonly #indices = new Map<string, number>()
  readonly #label: (index: number) => string

  /** @param label what the reader sees for the first (0), the second (1), … */
  constructor(label: (index: number) => string) {
    this.#label = label
  }

  get size(): number {
    return this.#keys.length
  }

  /** The label of a thing, new or known. */
  mark(key: string): string {
    const known = this.#indices.get(key)
    if (known !== undefined) return this.#label(known)
    const index = this.#keys.push(key) - 1
    this.#indices.set(key, index)
    return this.#label(index)
  }

  /** What was numbered at or after a size that the ledger once had. */
  since(size: number): { key: string; label: string }[] {
    return this.#keys.slice(size).map((key, index) => ({ key, label: this.#label(size + index) }))
  }

  /** The thing at a place in the order, counted from 0. */
  at(index: number): { key: string; label: string } | undefined {
    const key = this.#keys[index]
    return key === undefined ? undefined : { key, label: this.#label(index) }
  }

  /** Forgets what was numbered after a size that the ledger once had. */
  rewind(size: number): void {
    for (const key of this.#keys.splice(size)) this.#indices.delete(key)
  }
}

/** 0 → `1`: links. */
export function toNumber(index: number): string {
  return String(index + 1)
}

/** 0 → `a`, 25 → `z`, 26 → `aa`: footnotes, kept apart from the links by letters. */
export function toLetters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : toLetters(Math.floor(index / 26) - 1) + last
}

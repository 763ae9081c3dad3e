interface Numbered {
  key: string
  label: string
}

/** Numbers keys in the order in which they are first used; the same key always has the same number. */
export class Numbering {
  readonly #keys: string[] = []
  readonly #indices = new Map<string, number>()
  readonly #uses: string[] = []
  readonly #format: (index: number) => string

  /** @param format the label that the reader sees, by the index: 0 for the first key */
  constructor(format: (index: number) => string) {
    this.#format = format
  }

  get size(): number {
    return this.#keys.length
  }

  /** The label of a key, which is numbered if it is new. */
  label(key: string): string {
    this.#uses.push(key)
    const known = this.#indices.get(key)
    if (known !== undefined) return this.#format(known)
    const index = this.#keys.push(key) - 1
    this.#indices.set(key, index)
    return this.#format(index)
  }

  /** How often a key was used. */
  get uses(): number {
    return this.#uses.length
  }

  /** The keys that were used since the given number of uses, those that were numbered before too, by their number. */
  usedSince(uses: number): Numbered[] {
    const indices = new Set(this.#uses.slice(uses).map((key) => this.#indices.get(key)))
    return [...indices]
      .filter((index) => index !== undefined)
      .sort((a, b) => a - b)
      .flatMap((index) => this.at(index) ?? [])
  }

  /** The keys that were numbered since the numbering had the given size. */
  since(size: number): Numbered[] {
    return this.#keys.slice(size).map((key, index) => ({ key, label: this.#format(size + index) }))
  }

  /** The key with the given index, counted from 0. */
  at(index: number): Numbered | undefined {
    const key = this.#keys[index]
    return key === undefined ? undefined : { key, label: this.#format(index) }
  }

  /** Removes the keys that were numbered since the numbering had the given size. */
  rewind(size: number): void {
    for (const key of this.#keys.splice(size)) this.#indices.delete(key)
  }
}

/** 0 → `1`: links. */
export function toNumber(index: number): string {
  return String(index + 1)
}

/** 0 → `a`, 25 → `z`, 26 → `aa`: footnotes, lettered so that they differ from links. */
export function toLetters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : toLetters(Math.floor(index / 26) - 1) + last
}

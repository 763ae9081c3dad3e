import { countLines } from './group-parts.ts'
import { joinParts, type Part } from './print-parts.ts'

/** The blank lines before a heading. */
export const APART = '\n\n\n'

/** A text that grows by parts and lists of links. Parts without a list between them are joined as those of one section. */
export class Text {
  readonly #printed: string[] = []
  #open: Part[] = []
  /** About how many lines there are so far: there may be a few more or less between the parts. */
  lines = 0

  add(parts: Part[]): void {
    for (const part of parts) {
      this.#open.push(part)
      this.lines += countLines(part.text) + 1
    }
  }

  /** Adds a list of links; an empty one adds nothing. @param gap what is before it */
  addList(list: string, gap: string): void {
    if (list === '') return
    this.#close()
    this.#print(`${gap}${list}`)
    this.lines += countLines(list) + 1
  }

  toString(): string {
    this.#close()
    return this.#printed.join('')
  }

  #close(): void {
    const [first] = this.#open
    if (first && this.#printed.length > 0) this.#print(first.type === 'heading' ? APART : '\n\n')
    this.#print(joinParts(this.#open))
    this.#open = []
  }

  #print(text: string): void {
    if (text !== '') this.#printed.push(text)
  }
}

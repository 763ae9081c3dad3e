import { FAR_LINES } from './group-parts.ts'
import type { Link, Part } from './print-parts.ts'
import { printUrl } from './print-url.ts'

/** The lists of links in a text: each address is near its notes, and is not listed again while it still is. */
export class LinkLists {
  /** The line of each address that is listed, counted from 0. */
  readonly #lines = new Map<string, number>()

  /**
   * Prints a list of the links in some parts, without those whose address is not far above.
   * @param line the line where the list begins
   */
  print(parts: Part[], line: number): string {
    const links = new Map(parts.flatMap((part) => part.links).map((link) => [link.key, link]))
    const wanted = [...links.values()].filter(
      ({ key }) => line - (this.#lines.get(key) ?? -Infinity) > FAR_LINES,
    )
    for (const { key } of wanted) this.#lines.set(key, line)
    return formatLinks(wanted.sort((a, b) => Number(a.label) - Number(b.label)))
  }
}

/** Formats links as a list, one on a line. */
export function formatLinks(links: Link[]): string {
  return links.map(({ key, label }) => `[${label}] ${printUrl(key)}`).join('\n')
}

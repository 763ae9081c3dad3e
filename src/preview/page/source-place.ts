import type { Place } from '../page-state.ts'

export const located = '[data-at]'

/** Reads the source position of an element of the email: `issues/sora.md:12:1`. */
export function readPlace(element: Element): Place | undefined {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/s.exec(element.getAttribute('data-at') ?? '') ?? []
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) }
}

/**
 * Finds the element rendered from a line of a file: one that begins on the line or else last before it. Of nested ones,
 * the innermost that is an only child.
 */
export function findElementAt(email: Document, file: string, line: number): Element | undefined {
  const blocks = [...email.querySelectorAll(located)].flatMap((element) => {
    const place = readPlace(element)
    return place?.file === file && place.line <= line && isBlock(element)
      ? [{ element, line: place.line }]
      : []
  })
  const nearest = Math.max(...blocks.map((block) => block.line))
  const candidates = blocks.filter((block) => block.line === nearest).map(({ element }) => element)
  let found = candidates[0]
  // A list and its first item begin on the same line; the item is the better match.
  for (let inner = found; inner; inner = findOnlyChild(inner, candidates)) found = inner
  return found
}

function findOnlyChild(element: Element, candidates: Element[]): Element | undefined {
  const inside = candidates.filter((other) => other !== element && element.contains(other))
  const children = inside.filter(
    (other) => !inside.some((between) => between !== other && between.contains(other)),
  )
  return children.length === 1 ? children[0] : undefined
}

/** Paragraphs locate a line better than the links and emphasis in them. */
function isBlock(element: Element): boolean {
  const view = element.ownerDocument.defaultView
  const style = view?.getComputedStyle(element)
  if (!style || style.display === 'none') return false
  return element.tagName === 'IMG' || !style.display.startsWith('inline')
}

/**
 * Finds a line of an older text in a newer one: the nearest line with the same text. A changed line is located by the
 * line before it.
 * @param line counted from 1
 */
export function findCurrentLine(line: number, older: string, newer: string): number {
  const before = older.split('\n')
  const after = newer.split('\n')
  for (let anchor = line; anchor >= 1; anchor--) {
    const text = before[anchor - 1] ?? ''
    const found = text.trim() === '' ? undefined : findNearest(after, text, anchor)
    if (found !== undefined) return Math.min(found + line - anchor, after.length)
  }
  return Math.min(line, after.length)
}

function findNearest(lines: readonly string[], text: string, line: number): number | undefined {
  const found = lines.flatMap((other, index) => (other === text ? [index + 1] : []))
  return found.sort((a, b) => Math.abs(a - line) - Math.abs(b - line))[0]
}

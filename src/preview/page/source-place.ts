import type { Place } from '../page-state.ts'

export const located = '[data-at]'

/** Where an element of the email was written: `issues/sora.md:12:1`. */
export function placeOf(element: Element): Place | undefined {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/s.exec(element.getAttribute('data-at') ?? '') ?? []
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) }
}

/**
 * The part of the email that a line of a file became: what begins on it, or else last before it; the outermost that
 * has no more beside it.
 */
export function findLine(email: Document, file: string, line: number): Element | undefined {
  const blocks = [...email.querySelectorAll(located)].flatMap((element) => {
    const place = placeOf(element)
    return place?.file === file && place.line <= line && isBlock(element)
      ? [{ element, line: place.line }]
      : []
  })
  const nearest = Math.max(...blocks.map((block) => block.line))
  const candidates = blocks.filter((block) => block.line === nearest).map(({ element }) => element)
  let found = candidates[0]
  // A list and its first item begin on the same line; the item is what is meant.
  for (let inner = found; inner; inner = toOnlyChild(inner, candidates)) found = inner
  return found
}

function toOnlyChild(element: Element, candidates: Element[]): Element | undefined {
  const inside = candidates.filter((other) => other !== element && element.contains(other))
  const children = inside.filter(
    (other) => !inside.some((between) => between !== other && between.contains(other)),
  )
  return children.length === 1 ? children[0] : undefined
}

/** A link or a strong word says less about where a line is than its paragraph. */
function isBlock(element: Element): boolean {
  const view = element.ownerDocument.defaultView
  const style = view?.getComputedStyle(element)
  if (!style || style.display === 'none') return false
  return element.tagName === 'IMG' || !style.display.startsWith('inline')
}

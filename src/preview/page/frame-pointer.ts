import type { Place } from '../page-state.ts'
import type { Outline } from './outline.ts'
import { located, placeOf } from './source-place.ts'

/** What may be opened beside the preview. */
const opened = /^(https?|mailto|tel):$/

/**
 * Lets the parts of an email lead to where they were written. Its links lead nowhere, unless a key says that they are
 * meant.
 */
export function bindPointer(email: Document, outline: Outline, onChoose: (place: Place) => void): void {
  email.addEventListener('mouseover', ({ target }) => {
    const element = toElement(target)?.closest(located)
    const place = element && placeOf(element)
    if (element && place) outline.show(element, place)
    else outline.hide()
  })
  email.documentElement.addEventListener('mouseleave', () => outline.hide())
  email.addEventListener('click', (event) => {
    event.preventDefault()
    const element = toElement(event.target)
    if (event.ctrlKey || event.metaKey) return openLink(element)
    // Who marks words means to copy them.
    if (email.getSelection()?.isCollapsed === false) return
    const written = element?.closest(located)
    const place = written && placeOf(written)
    if (place) onChoose(place)
  })
  email.addEventListener('auxclick', (event) => {
    event.preventDefault()
    if (event.button === 1) openLink(toElement(event.target))
  })
  email.addEventListener('submit', (event) => event.preventDefault())
}

function openLink(element: Element | undefined): void {
  const link = element?.closest<HTMLAnchorElement | HTMLAreaElement>('a[href], area[href]')
  if (link && opened.test(link.protocol)) window.open(link.href, '_blank', 'noopener')
}

/** Elements of a frame are of the frame's own `Element`, so that `instanceof` says no. */
function toElement(target: EventTarget | null): Element | undefined {
  return target && 'closest' in target ? (target as Element) : undefined
}

import type { Place } from '../page-state.ts'
import type { Outline } from './outline.ts'
import { located, readPlace } from './source-place.ts'

/** Links that may be opened in a new tab. */
const linkProtocols = /^(https?|mailto|tel):$/

/**
 * Makes elements of an email lead to their source lines. Links only open with Ctrl, Cmd or the middle button.
 */
export function bindPointer(email: Document, outline: Outline, onChoose: (place: Place) => void): void {
  email.addEventListener('mouseover', ({ target }) => {
    const element = asElement(target)?.closest(located)
    const place = element && readPlace(element)
    if (element && place) outline.show(element, place)
    else outline.hide()
  })
  email.documentElement.addEventListener('mouseleave', () => outline.hide())
  email.addEventListener('click', (event) => {
    event.preventDefault()
    const element = asElement(event.target)
    if (event.ctrlKey || event.metaKey) return openLink(element)
    // A selection is for copying, not a click.
    if (email.getSelection()?.isCollapsed === false) return
    const source = element?.closest(located)
    const place = source && readPlace(source)
    if (place) onChoose(place)
  })
  email.addEventListener('auxclick', (event) => {
    event.preventDefault()
    if (event.button === 1) openLink(asElement(event.target))
  })
  email.addEventListener('submit', (event) => event.preventDefault())
}

function openLink(element: Element | undefined): void {
  const link = element?.closest<HTMLAnchorElement | HTMLAreaElement>('a[href], area[href]')
  if (link && linkProtocols.test(link.protocol)) window.open(link.href, '_blank', 'noopener')
}

/** Elements of a frame are instances of the frame's own `Element`, so `instanceof` does not work. */
function asElement(target: EventTarget | null): Element | undefined {
  return target && 'closest' in target ? (target as Element) : undefined
}

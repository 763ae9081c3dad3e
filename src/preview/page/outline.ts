import type { Place } from '../page-state.ts'
import { getElement } from './get-element.ts'

export interface Outline {
  /** Frames a part of the email and names its line. */
  show(element: Element, place: Place): void
  hide(): void
  /** Forgets an email that is no longer shown. */
  reset(): void
  /** Frames a part of the email for a moment. */
  flash(element: Element, place: Place): void
}

/**
 * The frame around a part of the email. It lies above the email, which is left as it is.
 * @param getSource the issue on screen, whose lines need no file
 */
export function createOutline(getSource: () => string | undefined): Outline {
  const frame = getElement('outline', HTMLElement)
  const label = frame.firstElementChild as HTMLElement

  function place(element: Element, { file, line }: Place): void {
    const { left, top, width, height } = element.getBoundingClientRect()
    Object.assign(frame.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    })
    frame.classList.toggle('low', top < 24)
    label.textContent = file === getSource() ? `line ${line}` : `${file}, line ${line}`
    frame.hidden = false
  }

  function rest(): void {
    frame.classList.remove('flash')
    frame.hidden = true
  }

  frame.addEventListener('animationend', rest)
  return {
    show(element, at) {
      if (!frame.classList.contains('flash')) place(element, at)
    },
    hide() {
      if (!frame.classList.contains('flash')) rest()
    },
    reset: rest,
    flash(element, at) {
      frame.classList.remove('flash')
      place(element, at)
      // Reading a size ends the animation that may be under way, so that the next one begins anew.
      void frame.offsetWidth
      frame.classList.add('flash')
    },
  }
}

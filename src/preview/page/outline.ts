import type { Place } from '../page-state.ts'
import { getElement } from './get-element.ts'

export interface Outline {
  /** Outlines an element of the email, with a label for its line. */
  show(element: Element, place: Place): void
  hide(): void
  /** Removes the outline when another email is shown. */
  reset(): void
  /** Outlines an element briefly. */
  flash(element: Element, place: Place): void
}

/**
 * Creates the outline around an element. It lies above the email, whose document does not change.
 * @param getSource the issue on screen; its lines are labelled without the file
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

  function hide(): void {
    frame.classList.remove('flash')
    frame.hidden = true
  }

  frame.addEventListener('animationend', hide)
  return {
    show(element, at) {
      if (!frame.classList.contains('flash')) place(element, at)
    },
    hide() {
      if (!frame.classList.contains('flash')) hide()
    },
    reset: hide,
    flash(element, at) {
      frame.classList.remove('flash')
      place(element, at)
      // Reading a size forces a reflow, which restarts the animation.
      void frame.offsetWidth
      frame.classList.add('flash')
    },
  }
}

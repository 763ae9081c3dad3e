import type { EmailFrame } from './email-frame.ts'
import { getElement } from './get-element.ts'

export interface Stage {
  /** The size of the email's pixels on screen. */
  scale(): number
  /** Sets the email's width. An email that is wider than the stage is scaled down, not laid out narrower. */
  fit(width: number, frame: EmailFrame): void
  /**
   * Scrolls to an element that is out of sight.
   * @returns whether it was out of sight
   */
  scrollTo(element: Element): boolean
  scrollToTop(): void
  /** Hides the sheet when there is no email. */
  show(hasEmail: boolean): void
}

/** Creates the stage around the email, which scrolls instead of the frame. */
export function createStage(): Stage {
  const stage = getElement('view-email', HTMLElement)
  const sheet = getElement('sheet', HTMLElement)
  let scale = 1
  return {
    scale: () => scale,
    fit(width, frame) {
      if (stage.hidden || stage.clientWidth === 0) return
      const { paddingLeft, paddingRight } = getComputedStyle(stage)
      const room = stage.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      scale = Math.min(1, room / width)
      const { scrollTop } = stage
      const { height, contentWidth } = frame.fit(width)
      sheet.style.width = `${width * scale}px`
      sheet.style.height = `${height * scale}px`
      sheet.style.setProperty('--scale', String(scale))
      stage.scrollTop = scrollTop
      showSize(width, scale, contentWidth)
    },
    scrollTo(element) {
      const box = element.getBoundingClientRect()
      const origin = sheet.getBoundingClientRect().top - stage.getBoundingClientRect().top
      const [top, bottom] = [origin + box.top * scale, origin + box.bottom * scale]
      const [isAbove, isBelow] = [top < 0, bottom > stage.clientHeight]
      // An element that is taller than the stage is in sight when it fills it.
      if (isAbove === isBelow) return false
      const above = Math.max(24, (stage.clientHeight - (bottom - top)) / 3)
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
      stage.scrollBy({ top: top - above, behavior: calm ? 'auto' : 'smooth' })
      return true
    },
    scrollToTop() {
      stage.scrollTop = 0
    },
    show(hasEmail) {
      sheet.hidden = !hasEmail
    },
  }
}

function showSize(width: number, scale: number, contentWidth: number): void {
  const output = getElement('size', HTMLOutputElement)
  const size = [`${width} px`]
  if (scale < 1) size.push(`shown at ${Math.round(scale * 100)} %`)
  if (contentWidth > width) size.push(`the email is ${contentWidth} px wide: it overflows`)
  const text = size.join(' · ')
  if (output.value !== text) output.value = text
  output.classList.toggle('over', contentWidth > width)
}

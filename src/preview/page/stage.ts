import type { EmailFrame } from './email-frame.ts'
import { getElement } from './get-element.ts'

export interface Stage {
  /** How large a pixel of the email is on screen. */
  scale(): number
  /** Gives the email its width. One that is wider than the stage is drawn smaller, not laid out narrower. */
  fit(width: number, frame: EmailFrame): void
  /**
   * Scrolls to a part of the email that is out of sight.
   * @returns whether it was
   */
  bring(element: Element): boolean
  scrollToTop(): void
  /** Without an email there is no sheet. */
  show(isThere: boolean): void
}

/** Where the email lies, which scrolls in the frame's stead. */
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
    bring(element) {
      const box = element.getBoundingClientRect()
      const origin = sheet.getBoundingClientRect().top - stage.getBoundingClientRect().top
      const [top, bottom] = [origin + box.top * scale, origin + box.bottom * scale]
      const [isAbove, isBelow] = [top < 0, bottom > stage.clientHeight]
      // What is taller than the stage is seen when it fills it.
      if (isAbove === isBelow) return false
      const above = Math.max(24, (stage.clientHeight - (bottom - top)) / 3)
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
      stage.scrollBy({ top: top - above, behavior: calm ? 'auto' : 'smooth' })
      return true
    },
    scrollToTop() {
      stage.scrollTop = 0
    },
    show(isThere) {
      sheet.hidden = !isThere
    },
  }
}

function showSize(width: number, scale: number, contentWidth: number): void {
  const output = getElement('size', HTMLOutputElement)
  const size = [`${width} px`]
  if (scale < 1) size.push(`shown at ${Math.round(scale * 100)} %`)
  if (contentWidth > width) size.push(`the email is ${contentWidth} px wide: it runs over`)
  const text = size.join(' · ')
  if (output.value !== text) output.value = text
  output.classList.toggle('over', contentWidth > width)
}

import type { EmailFrame } from './email-frame.ts'
import { getElement } from './get-element.ts'
import { desktopWidth, minWidth, type ViewSettings } from './view-settings.ts'

export interface Stage {
  /** The size of the email's pixels on screen. */
  scale(): number
  /**
   * Sets the email's width. An email that is wider than the stage is never laid out narrower: it is scaled down, or it
   * scrolls, with its middle in sight.
   * @returns the width in pixels
   */
  fit(settings: Pick<ViewSettings, 'width' | 'scaled'>, frame: EmailFrame): number
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
  let [width, overflow] = [0, 0]
  return {
    scale: () => scale,
    fit({ width: wanted, scaled }, frame) {
      if (stage.hidden || stage.clientWidth === 0) return width
      const { paddingLeft, paddingRight } = getComputedStyle(stage)
      const room = Math.floor(
        stage.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight),
      )
      width = wanted === 'fit' ? Math.max(minWidth, Math.min(desktopWidth, room)) : wanted
      scale = scaled ? Math.min(1, room / width) : 1
      const { scrollTop } = stage
      const { height, contentWidth } = frame.fit(width)
      sheet.style.width = `${width * scale}px`
      sheet.style.height = `${height * scale}px`
      sheet.style.setProperty('--scale', String(scale))
      stage.scrollTop = scrollTop
      // It is centred when its overflow changes, and otherwise stays where the user scrolled to.
      const before = overflow
      overflow = Math.max(0, width * scale - room)
      if (overflow !== before) stage.scrollLeft = overflow / 2
      showSize({ width, scale, room, contentWidth })
      return width
    },
    scrollTo(element) {
      const box = element.getBoundingClientRect()
      const origin = sheet.getBoundingClientRect().top - stage.getBoundingClientRect().top
      const [top, bottom] = [origin + box.top * scale, origin + box.bottom * scale]
      const height = measureSight(stage)
      const [isAbove, isBelow] = [top < 0, bottom > height]
      // An element that is taller than the stage is in sight when it fills it.
      if (isAbove === isBelow) return false
      const above = Math.max(24, (height - (bottom - top)) / 3)
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

/** The height of the stage in pixels, without what an open panel covers of it on a phone. */
function measureSight(stage: HTMLElement): number {
  const panel = getElement('panel', HTMLElement)
  const covered = getComputedStyle(panel).position === 'absolute' ? panel.offsetHeight : 0
  return stage.clientHeight - covered
}

interface Size {
  width: number
  scale: number
  /** The stage's width, in pixels. */
  room: number
  /** The width of the email's content, in pixels. */
  contentWidth: number
}

function showSize({ width, scale, room, contentWidth }: Size): void {
  const output = getElement('size', HTMLOutputElement)
  const size = [`${width} px`]
  if (scale < 1) size.push(`shown at ${Math.round(scale * 100)} %`)
  else if (width > room) size.push(`real size, ${room} px in sight`)
  if (contentWidth > width) size.push(`the email is ${contentWidth} px wide: it overflows`)
  const text = size.join(' · ')
  if (output.value !== text) output.value = text
  output.classList.toggle('over', contentWidth > width)
  output.parentElement?.classList.toggle('scaled', scale < 1)
  const zoom = getElement('zoom', HTMLButtonElement)
  zoom.hidden = width <= room
  zoom.textContent = scale < 1 ? 'Real size' : 'Scale to fit'
}

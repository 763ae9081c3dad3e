import { maxWidth, minWidth } from './view-settings.ts'

const steps: Record<string, number> = {
  ArrowRight: 10,
  ArrowUp: 10,
  ArrowLeft: -10,
  ArrowDown: -10,
  PageUp: 100,
  PageDown: -100,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/**
 * Binds the handle at the email's edge, which is dragged or moved by keys.
 * @param handle has the role of a slider
 * @param getWidth the email's width in pixels
 * @param getScale the size of the email's pixels on screen
 * @param onResize called with the new width in pixels
 * @returns updates the handle to a width
 */
export function bindResizing(
  handle: HTMLElement,
  getWidth: () => number,
  getScale: () => number,
  onResize: (width: number) => void,
): (width: number) => void {
  const resize = (width: number) => onResize(Math.round(Math.min(maxWidth, Math.max(minWidth, width))))

  handle.addEventListener('keydown', (event) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    resize(getWidth() + (event.shiftKey ? step / 10 : step))
  })

  handle.addEventListener('pointerdown', (event) => {
    const [start, width, scale] = [event.clientX, getWidth(), getScale()]
    // The email is centred, so it grows on both sides.
    const drag = ({ clientX }: PointerEvent) => resize(width + (2 * (clientX - start)) / scale)
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', drag)
    const end = () => handle.removeEventListener('pointermove', drag)
    handle.addEventListener('lostpointercapture', end, { once: true })
    event.preventDefault()
    handle.focus()
  })

  return (width) => {
    handle.setAttribute('aria-valuenow', String(width))
    handle.setAttribute('aria-valuetext', `${width} pixels`)
  }
}

import { createElement } from './create-element.ts'
import { formatNumber } from './format-issue.ts'

/** The size at which Gmail clips a message, and the size from which to warn, in bytes of HTML. */
const limit = 102_400
const warningSize = 80_000

/** Creates a meter of the HTML's size against Gmail's limit: a bar, numbers, and a warning if need be. */
export function createSizeMeter(bytes: number): Node[] {
  const level = bytes > limit ? 'over' : bytes >= warningSize ? 'near' : 'fine'
  const warningText = { over: 'Gmail clips it', near: 'near Gmail’s limit', fine: '' }[level]
  const numbers = `${formatNumber(bytes)} of ${formatNumber(limit)} bytes`
  const bar = createElement('span', {
    class: 'fill',
    role: 'meter',
    'aria-label': 'Size of the HTML against Gmail’s limit',
    'aria-valuemin': 0,
    'aria-valuemax': limit,
    'aria-valuenow': Math.min(bytes, limit),
    'aria-valuetext': [numbers, warningText].filter(Boolean).join(': '),
  })
  bar.style.setProperty('--part', String(Math.min(1, bytes / limit)))
  const words = createElement(
    'span',
    { class: 'numbers', 'aria-hidden': 'true' },
    numbers,
    warningText && createElement('strong', {}, ` · ${warningText}`),
  )
  return [
    createElement(
      'div',
      { class: `weigh ${level}`, title: 'Gmail clips a message above its limit' },
      bar,
      words,
    ),
  ]
}

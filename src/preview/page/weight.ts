import { createElement } from './create-element.ts'
import { toNumber } from './issue-words.ts'

/** Where Gmail clips a message, in bytes of HTML, and where it is time to think of it. */
const limit = 102_400
const warning = 80_000

/** What the HTML weighs, as a bar against Gmail's limit, in numbers, and in words where it is too much. */
export function createWeight(bytes: number): Node[] {
  const level = bytes > limit ? 'over' : bytes >= warning ? 'near' : 'fine'
  const verdict = { over: 'Gmail clips it', near: 'near Gmail’s limit', fine: '' }[level]
  const numbers = `${toNumber(bytes)} of ${toNumber(limit)} bytes`
  const bar = createElement('span', {
    class: 'fill',
    role: 'meter',
    'aria-label': 'Weight of the HTML against Gmail’s limit',
    'aria-valuemin': 0,
    'aria-valuemax': limit,
    'aria-valuenow': Math.min(bytes, limit),
    'aria-valuetext': [numbers, verdict].filter(Boolean).join(': '),
  })
  bar.style.setProperty('--part', String(Math.min(1, bytes / limit)))
  const words = createElement(
    'span',
    { class: 'numbers', 'aria-hidden': 'true' },
    numbers,
    verdict && createElement('strong', {}, ` · ${verdict}`),
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

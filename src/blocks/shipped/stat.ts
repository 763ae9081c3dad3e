import type { Surroundings } from '../../types.ts'
import { estimateTextWidth } from '../../typeset/estimate-text-width.ts'
import { defineBlock } from '../define-block.ts'
import { measureLeastRoom } from '../surroundings.ts'
import { formatQuantity, parseNumber } from './format-quantity.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** A number and its change as they are shown. */
interface Stat {
  value: string
  /** With its sign; `null` when there is none. */
  delta: string | null
  /** A triangle that points where the change goes; empty without a change. */
  arrow: string
  /** The sizes of its type and its line, in CSS pixels, where it needs or has others than those of the style sheet. */
  type: { size: number; line: number } | null
}

/** The sizes of type that a number can have, in CSS pixels; the first is that of the style sheet. */
const sizes = [44, 36, 28, 24, 20] as const
/** In columns that are narrower, all numbers have at most this size, so that those beside each other look alike. */
const narrow = { room: 200, size: 28 }
/** How much wider than text the bold digits of a typeface with serifs are. */
const boldSerif = 1.23

/** Formats a number and its change in the language. What is not a plain number is shown as it was written. */
export const stat = defineBlock({
  name: 'stat',
  resolve({ attributes }, { matter: { lang }, literal, surroundings }: ShippedBlockContext): { stat: Stat } {
    const unit = typeof attributes.unit === 'string' ? attributes.unit : null
    const value = String(attributes.value ?? '')
    const number = parseNumber(value)
    const delta = typeof attributes.delta === 'string' ? attributes.delta : null
    const shown = number === undefined ? literal(value) : formatQuantity(value, unit, lang)
    return {
      stat: {
        value: shown,
        delta: delta === null ? null : literal(formatDelta(delta, lang)),
        arrow: findArrow(delta),
        type: findType(shown, surroundings),
      },
    }
  },
})

/** A number on two lines would be two numbers, so that it has the largest type in which it fits on one. */
function findType(value: string, surroundings: Surroundings): Stat['type'] {
  const room = measureLeastRoom(surroundings)
  const fits = (text: string, size: number) => (estimateTextWidth(text) / 15) * size * boldSerif <= room
  const numbers = value.split(/\s+/).filter((word) => /\p{N}/u.test(word))
  const allowed = surroundings.room < narrow.room ? sizes.filter((size) => size <= narrow.size) : sizes
  const size =
    allowed.find((each) => fits(value, each)) ??
    allowed.find((each) => numbers.every((word) => fits(word, each))) ??
    sizes[sizes.length - 1]
  return size === undefined || size === sizes[0] ? null : { size, line: size + 4 }
}

/** A change may have a unit of its own: `+4.2 %` of a number of readers. */
function formatDelta(written: string, lang: string): string {
  const [, number = '', unit = ''] = /^([+-]?\d+(?:\.\d+)?)\s*(.*)$/.exec(written) ?? []
  if (parseNumber(number) === undefined) return written
  return formatQuantity(number, unit === '' ? null : unit, lang, { isSigned: true })
}

function findArrow(delta: string | null): string {
  const value = delta === null ? 0 : Number.parseFloat(delta)
  if (value > 0) return '▲'
  return value < 0 ? '▼' : ''
}

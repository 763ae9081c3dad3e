import { defineBlock } from '../define-block.ts'
import { formatQuantity, parseNumber } from './format-quantity.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** A number and its change as they are shown. */
interface Stat {
  value: string
  /** With its sign; `null` when there is none. */
  delta: string | null
  /** A triangle that points where the change goes; empty without a change. */
  arrow: string
}

/** Formats a number and its change in the language. What is not a plain number is shown as it was written. */
export const stat = defineBlock({
  name: 'stat',
  resolve({ attributes }, { matter: { lang }, literal }: ShippedBlockContext): { stat: Stat } {
    const unit = typeof attributes.unit === 'string' ? attributes.unit : null
    const value = String(attributes.value ?? '')
    const number = parseNumber(value)
    const delta = typeof attributes.delta === 'string' ? attributes.delta : null
    return {
      stat: {
        value: number === undefined ? literal(value) : formatQuantity(number, unit, lang),
        delta: delta === null ? null : literal(formatDelta(delta, lang)),
        arrow: findArrow(delta),
      },
    }
  },
})

/** A change may have a unit of its own: `+4.2 %` of a number of readers. */
function formatDelta(written: string, lang: string): string {
  const [, number = '', unit = ''] = /^([+-]?\d+(?:\.\d+)?)\s*(.*)$/.exec(written) ?? []
  const value = parseNumber(number)
  if (value === undefined) return written
  return formatQuantity(value, unit === '' ? null : unit, lang, { isSigned: true })
}

function findArrow(delta: string | null): string {
  const value = delta === null ? 0 : Number.parseFloat(delta)
  if (value > 0) return '▲'
  return value < 0 ? '▼' : ''
}

import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Directive, Surroundings } from '../../types.ts'
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
  resolve({ attributes }, context: ShippedBlockContext): { stat: Stat } {
    const { matter, literal, surroundings } = context
    const delta = typeof attributes.delta === 'string' ? attributes.delta : null
    const beside = findBeside(context).map((each) => formatValue(each.attributes ?? {}, context))
    return {
      stat: {
        value: formatValue(attributes, context),
        delta: delta === null ? null : literal(formatDelta(delta, matter.lang)),
        arrow: findArrow(delta),
        type: findType(beside, surroundings),
      },
    }
  },
})

function formatValue(
  attributes: Record<string, unknown>,
  { matter: { lang }, literal }: ShippedBlockContext,
): string {
  const unit = typeof attributes.unit === 'string' ? attributes.unit : null
  const value = String(attributes.value ?? '')
  return parseNumber(value) === undefined ? literal(value) : formatQuantity(value, unit, lang)
}

/** Finds all numbers of the `columns` that a number is in, itself included; that alone elsewhere. */
function findBeside({ tree, node, isNested }: ShippedBlockContext): Directive[] {
  const found: Directive[][] = []
  if (isNested)
    visit(tree, 'containerDirective', (columns) => {
      if (columns.name !== 'columns') return
      const stats: Directive[] = []
      visit(columns, (each) => {
        if (isStat(each)) stats.push(each)
      })
      if (stats.includes(node)) found.push(stats)
    })
  return found.at(-1) ?? [node]
}

function isStat(node: Nodes): node is Directive {
  return (node.type === 'containerDirective' || node.type === 'leafDirective') && node.name === 'stat'
}

/**
 * Finds the type of numbers beside each other. A number on two lines would be two numbers, so that they have the largest type in
 * which each fits on one.
 */
function findType(values: readonly string[], surroundings: Surroundings): Stat['type'] {
  const room = measureLeastRoom(surroundings)
  const fits = (text: string, size: number) => (estimateTextWidth(text) / 15) * size * boldSerif <= room
  const allowed = surroundings.room < narrow.room ? sizes.filter((size) => size <= narrow.size) : sizes
  const found = values.map((value) => {
    const numbers = value.split(/\s+/).filter((word) => /\p{N}/u.test(word))
    return (
      allowed.find((each) => fits(value, each)) ??
      allowed.find((each) => numbers.every((word) => fits(word, each))) ??
      sizes[4]
    )
  })
  const size = Math.min(...found)
  return size === sizes[0] ? null : { size, line: size + 4 }
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

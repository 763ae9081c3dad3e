import { report } from '../../diagnostics/report.ts'
import { displayWidth } from '../../typeset/display-width.ts'
import { estimateTextWidth } from '../../typeset/estimate-text-width.ts'
import { splitWords } from '../../typeset/split-words.ts'
import { defineBlock } from '../define-block.ts'
import { attributePlace } from '../opening-line.ts'
import { measureLeastRoom, smallPhone } from '../surroundings.ts'
import { type ChartPoint, extractPoints } from './chart-data.ts'
import { formatQuantity } from './format-quantity.ts'
import { readPoints } from './read-points.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** The length of the longest bar in plaintext, in characters. */
const textBar = 30
/** The height of the highest column, in CSS pixels. */
const columnHeight = 140
/** How many characters stand beside each other on a phone, 320 CSS pixels wide, below columns. */
const phoneCharacters = 34

/** One value as the templates draw it. Widths are in percent, heights in CSS pixels. */
interface ChartBar {
  label: string
  value: string
  isNegative: boolean
  /** The empty part of a bar before it, the bar, and the empty part after it. */
  before: number
  width: number
  after: number
  height: number
  /** The bar of plaintext, and the name with spaces that make a column of it. */
  text: { label: string; bar: string }
}

interface Chart {
  type: 'bars' | 'columns'
  bars: ChartBar[]
  /** The ends of the axis. */
  from: string
  to: string
  hasNegative: boolean
  /** Whether the numbers of bars are below their names, since the two do not fit beside each other. */
  isStacked: boolean
  /**
   * The columns that plaintext needs for names, bars and numbers on one line, and those for bars and numbers below their names.
   * Where it has fewer, there are no bars.
   */
  textWidth: number
  stackedTextWidth: number
}

/** The least width of a name that has to be broken, about three ideographs, in CSS pixels at a font size of 15 pixels. */
const leastName = 45
/** The space between a bar's name and its number, and how much wider than text the number is, since it is bold. */
const nameGap = 16
const bold = 1.15
/** The share of the width that they may fill by these estimates, since fonts differ. */
const fullest = 0.95

/** Draws values as bars or columns. */
export const chart = defineBlock({
  name: 'chart',
  resolve(block, context: ShippedBlockContext): { chart: Chart } {
    const { attributes } = block
    let points: ChartPoint[]
    if (typeof attributes.file === 'string') points = readPoints(attributes.file, block, context)
    else {
      const extracted = extractPoints(block.body, context)
      block.body = extracted.rest
      points = extracted.points
    }
    const chart = createChart(points, attributes, context)
    const room = measureLeastRoom(context.surroundings)
    const isStacked = chart.bars.some((bar) => !fitsLine(bar, room))
    if (attributes.type !== 'columns') return { chart: { ...chart, type: 'bars', isStacked } }
    if (fitsColumns(chart.bars, room)) return { chart: { ...chart, type: 'columns', isStacked } }
    reportColumns(context)
    return { chart: { ...chart, type: 'bars', isStacked } }
  },
})

function createChart(
  points: readonly ChartPoint[],
  { unit: writtenUnit, max }: Record<string, unknown>,
  { matter: { lang }, literal }: ShippedBlockContext,
): Omit<Chart, 'type' | 'isStacked'> {
  const unit = typeof writtenUnit === 'string' ? writtenUnit : null
  const values = points.map(({ value }) => value)
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values, typeof max === 'number' ? max : 0)
  const range = high - low || 1
  const format = (value: number) => formatQuantity(value, unit, lang, { isCompact: true })
  const texts = points.map(({ label, value }) => ({ label: literal(label), value: format(value) }))
  const labelWidth = Math.max(0, ...texts.map(({ label }) => displayWidth(label)))
  const valueWidth = Math.max(0, ...texts.map(({ value }) => displayWidth(value)))
  const bars = points.map(({ value }, index): ChartBar => {
    const { label, value: shown } = texts[index] ?? { label: '', value: '' }
    const before = Math.round(((Math.min(0, value) - low) / range) * 100)
    const width = Math.max(value === 0 ? 0 : 1, Math.round((Math.abs(value) / range) * 100))
    return {
      label,
      value: shown,
      isNegative: value < 0,
      before: Math.min(before, 100 - width),
      width,
      after: Math.max(0, 100 - before - width),
      height: Math.round((Math.abs(value) / range) * columnHeight),
      text: {
        label: label + ' '.repeat(labelWidth - displayWidth(label)),
        bar: drawBar(value, low, high),
      },
    }
  })
  const hasNegative = low < 0
  const stackedTextWidth = 2 + textBar + (hasNegative ? 3 : 1) + valueWidth
  const textWidth = labelWidth + stackedTextWidth
  return { bars, from: format(low), to: format(high), hasNegative, textWidth, stackedTextWidth }
}

/** Draws a bar of plaintext, with a space behind it; from an axis, to the left and the right, where numbers are negative. */
function drawBar(value: number, low: number, high: number): string {
  const range = high - low || 1
  const draw = (size: number) =>
    size <= 0 ? '' : '▇'.repeat(Math.max(1, Math.round((size / range) * textBar)))
  if (low === 0) return value > 0 ? `${draw(value)} ` : ''
  return `${draw(-value).padStart(draw(-low).length)}│${draw(value)} `
}

/** Whether the number of a bar fits beside its name without breaking a word of that. */
function fitsLine({ label, value }: ChartBar, room: number): boolean {
  const words = splitWords(label, Number.POSITIVE_INFINITY).map(({ text }) => estimateTextWidth(text))
  const name = Math.max(...words, Math.min(estimateTextWidth(label), leastName))
  return name + nameGap + estimateTextWidth(value) * bold <= room * fullest
}

/** Whether the names and numbers of all columns fit beside each other. */
function fitsColumns(bars: readonly ChartBar[], room: number): boolean {
  const widths = bars.map(({ label, value }) =>
    Math.max(displayWidth(value), ...label.split(/\s+/).map(displayWidth)),
  )
  return widths.reduce((sum, width) => sum + width + 1, 0) <= (phoneCharacters * room) / smallPhone
}

function reportColumns({ file, source, node, surroundings }: ShippedBlockContext): void {
  const where = surroundings.room < smallPhone ? 'the column that it is in' : 'a phone'
  report(file, `Unexpected columns of a chart that are too many or too wide for ${where}, expected bars`, {
    ruleId: 'chart-columns',
    place: attributePlace(node, 'type', source),
    note: 'It is drawn as bars. Remove `type="columns"`, or shorten the names.',
    severity: 'warning',
  })
}

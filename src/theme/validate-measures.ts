import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { findExceededRange } from './token-ranges.ts'
import type { Tokens } from './token-types.ts'
import type { TokenOptions } from './validate-tokens.ts'

/** Two measures of which each limits the other, with their limits. */
interface MeasurePair {
  /** A mistake is reported at the first that the file has. */
  limits: readonly [Limit, Limit]
  fits(first: number, second: number): boolean
  reason: string
}

interface Limit {
  name: string
  words: 'or more' | 'or less'
  /** The last number that fits the other measure. */
  resolve(other: number): number
}

/** The least width of the text: at the usual size, a line of it has about 30 letters. A phone of 320 pixels has 280. */
const leastColumn = 240

/** In tenths, since 20 x 1.1 is more than 22 in binary. */
const linePair = (name: string): MeasurePair => ({
  limits: [
    { name, words: 'or more', resolve: (size) => Math.ceil((size * 11) / 10) },
    { name: 'text-size', words: 'or less', resolve: (line) => Math.floor((line * 10) / 11) },
  ],
  fits: (line, size) => line * 10 >= size * 11,
  reason: 'Lines that are lower than 1.1 times the size of their text overlap.',
})

const pairs: readonly MeasurePair[] = [
  linePair('text-line'),
  linePair('phone-line'),
  {
    limits: [
      { name: 'gutter', words: 'or less', resolve: (width) => Math.floor((width - leastColumn) / 2) },
      { name: 'width', words: 'or more', resolve: (gutter) => leastColumn + 2 * gutter },
    ],
    fits: (gutter, width) => width - 2 * gutter >= leastColumn,
    reason: `The margin is on both sides, and the text needs ${leastColumn} pixels between them: in fewer, a line has less than 30 letters.`,
  },
]

/**
 * Reports measures that are each within their range, but do not fit together.
 * @param written the tokens in the file; of a pair, one of them has to be among these
 * @param tokens all tokens that the email has
 * @param elsewhere tokens that another file sets, and that are reported there
 */
export function validateMeasures(
  written: Tokens,
  tokens: Tokens,
  file: VFile,
  { ruleId, below, placeOf, elsewhere = {} }: MeasureOptions,
): void {
  const isComparable = ({ name }: Limit) => isMeasure(name, tokens[name]) && !Object.hasOwn(elsewhere, name)
  for (const { limits, fits, reason } of pairs) {
    const [first, second] = limits
    const wrong = limits.find(({ name }) => Object.hasOwn(written, name))
    if (!wrong || !limits.every(isComparable)) continue
    if (fits(Number(tokens[first.name]), Number(tokens[second.name]))) continue
    const other = wrong === first ? second : first
    const path = below === undefined ? [wrong.name] : [below, wrong.name]
    const expected = `${formatLimit(wrong, tokens[other.name])} with \`${other.name}: ${tokens[other.name]}\``
    report(file, `Unexpected \`${tokens[wrong.name]}\` in \`${path.join('.')}\`, expected ${expected}`, {
      ruleId,
      place: placeOf?.(path),
      note: reason + adviseOther(other, tokens[wrong.name]),
    })
  }
}

function formatLimit({ resolve, words }: Limit, other: string | number | undefined): string {
  return `${resolve(Number(other))} ${words}`
}

/** The other way to mend it, unless that measure would be out of its range. */
function adviseOther(limit: Limit, value: string | number | undefined): string {
  if (findExceededRange(limit.name, limit.resolve(Number(value)))) return ''
  return ` Or write \`${limit.name}\` as ${formatLimit(limit, value)}.`
}

interface MeasureOptions extends Pick<TokenOptions, 'ruleId' | 'below' | 'placeOf'> {
  elsewhere?: Tokens
}

/** Whether a value is one that `validateTokens` reports nothing about. */
function isMeasure(name: string, value: string | number | undefined): boolean {
  return value !== undefined && /^\d+(?:\.\d+)?$/.test(String(value)) && !findExceededRange(name, value)
}

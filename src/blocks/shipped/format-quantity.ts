import { memoizeText } from '../../memoize-text.ts'

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** A number as a block's author writes it, in every language: digits, and a point before decimals. */
const written = /^[+-]?\d+(?:\.\d+)?$/

/** Parses a number as it is written in attributes and data files; `undefined` for anything else. */
export function parseNumber(text: string): number | undefined {
  return written.test(text) ? Number(text) : undefined
}

/** Below this a number without a currency is rounded to significant digits: at six decimals, 0.0000004 would be 0. */
const tiny = 0.001
/** From here on a compact number is written with a word for its size: `1.235T`, `1,235 Bio.`. */
const huge = 1e9
/** Beyond these, no language has words, and zeros can no longer be counted. */
const scientific = { below: 1e-9, from: 1e18 }

/** The digits of a number: how many count where it is tiny or compact. */
const significantDigits = 4

/**
 * Formats a number with its unit in a language. A number that is not 0 is never printed as 0.
 * @param unit `%`, a currency's code (ISO 4217: `EUR`), or any other text, which is set behind the number
 * @param options.isSigned whether a positive number has a plus sign
 * @param options.isCompact whether a number from a billion on is shortened, as beside the bars of a chart
 */
export function formatQuantity(
  value: number,
  unit: string | null,
  lang: string,
  { isSigned = false, isCompact = false }: { isSigned?: boolean; isCompact?: boolean } = {},
): string {
  const shared: Intl.NumberFormatOptions = isSigned ? { signDisplay: 'exceptZero' } : {}
  if (unit === '%') {
    const share = Number((value / 100).toPrecision(15))
    const options = { ...shared, ...limitDigits(value, isCompact), style: 'percent' } as const
    return new Intl.NumberFormat(lang, options).format(share)
  }
  if (unit !== null && currencies.has(unit)) {
    const money = { ...shared, style: 'currency', currency: unit } as const
    return new Intl.NumberFormat(lang, { ...money, ...limitMoney(value, unit, isCompact) }).format(value)
  }
  const limits = limitDigits(value, isCompact)
  const format =
    limits === decimals
      ? (isSigned ? signedFormat : plainFormat)(lang)
      : new Intl.NumberFormat(lang, { ...shared, ...limits })
  const number = format.format(value)
  return unit === null || unit === '' ? number : `${number}\u00a0${unit}`
}

/** How a number is rounded, and whether it is shortened. */
type Limits = Pick<
  Intl.NumberFormatOptions,
  'maximumFractionDigits' | 'maximumSignificantDigits' | 'notation' | 'trailingZeroDisplay'
>

const decimals: Limits = { maximumFractionDigits: 6 }

function limitDigits(value: number, isCompact: boolean): Limits {
  const size = Math.abs(value)
  const isLimited = (size > 0 && size < tiny) || (isCompact && size >= huge)
  return isLimited ? limitSize(size) : decimals
}

/** Money has its currency's decimals, but for parts of its smallest coin: 0.0025 € is not 0.00 €. */
function limitMoney(value: number, currency: string, isCompact: boolean): Limits {
  const size = Math.abs(value)
  const dime = Math.min(1, 10 ** (1 - findDecimals(currency)))
  const isLimited = (size > 0 && size < dime) || (isCompact && size >= huge)
  return isLimited ? limitSize(size) : { trailingZeroDisplay: 'stripIfInteger' }
}

function limitSize(size: number): Limits {
  const digits = { maximumSignificantDigits: significantDigits }
  if (size < scientific.below || size >= scientific.from) return { ...digits, notation: 'scientific' }
  return size >= huge ? { ...digits, notation: 'compact' } : digits
}

/** @returns the decimals of a currency: two of most, none of the yen */
const findDecimals = memoizeText(
  (currency) =>
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2,
  30,
)

const plainFormat = memoizeText((lang) => new Intl.NumberFormat(lang, decimals), 30)
const signedFormat = memoizeText(
  (lang) => new Intl.NumberFormat(lang, { ...decimals, signDisplay: 'exceptZero' }),
  30,
)

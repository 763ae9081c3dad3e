import { memoizeText } from '../../memoize-text.ts'

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** A number as a block's author writes it, in every language: digits, and a point before decimals. */
const written = /^[+-]?\d+(?:\.\d+)?$/

/**
 * Parses a number as it is written in attributes and data files.
 * @returns `undefined` for anything else, and for more than 308 digits
 */
export function parseNumber(text: string): number | undefined {
  return written.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined
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
 * Formats a number with its unit in a language. A number that is not 0 is never printed as 0, and -0 is.
 * @param value a number, or its digits as `parseNumber` accepts them: a `number` has only about 16
 * @param unit `%`, a currency's code (ISO 4217: `EUR`), or any other text, which is set behind the number
 * @param options.isSigned whether a positive number has a plus sign
 * @param options.isCompact whether a number from a billion on is shortened, as beside the bars of a chart
 */
export function formatQuantity(
  value: number | string,
  unit: string | null,
  lang: string,
  { isSigned = false, isCompact = false }: { isSigned?: boolean; isCompact?: boolean } = {},
): string {
  const number = Number(value)
  const exact = (number === 0 ? 0 : value) as number | `${number}`
  const shared: Intl.NumberFormatOptions = isSigned ? { signDisplay: 'exceptZero' } : {}
  if (unit === '%') {
    const share =
      typeof exact === 'string' ? (`${exact}e-2` as `${number}`) : Number((exact / 100).toPrecision(15))
    const options = { ...shared, ...limitDigits(number, isCompact), style: 'percent' } as const
    return new Intl.NumberFormat(lang, options).format(share)
  }
  if (unit !== null && currencies.has(unit)) {
    const money = { ...shared, style: 'currency', currency: unit } as const
    return new Intl.NumberFormat(lang, { ...money, ...limitMoney(number, unit, isCompact) }).format(exact)
  }
  const limits = limitDigits(number, isCompact)
  const format =
    limits === decimals
      ? (isSigned ? signedFormat : plainFormat)(lang)
      : new Intl.NumberFormat(lang, { ...shared, ...limits })
  const digits = format.format(exact)
  return unit === null || unit === '' ? digits : `${digits}\u00a0${unit}`
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

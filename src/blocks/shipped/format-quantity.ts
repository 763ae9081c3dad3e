import { memoizeText } from '../../memoize-text.ts'

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** A number as a block's author writes it, in every language: digits, and a point before decimals. */
const written = /^[+-]?\d+(?:\.\d+)?$/

/** Parses a number as it is written in attributes and data files; `undefined` for anything else. */
export function parseNumber(text: string): number | undefined {
  return written.test(text) ? Number(text) : undefined
}

/**
 * Formats a number with its unit in a language.
 * @param unit `%`, a currency's code (ISO 4217: `EUR`), or any other text, which is set behind the number
 * @param options.isSigned whether a positive number has a plus sign
 */
export function formatQuantity(
  value: number,
  unit: string | null,
  lang: string,
  { isSigned = false }: { isSigned?: boolean } = {},
): string {
  const options: Intl.NumberFormatOptions = {
    maximumFractionDigits: 6,
    ...(isSigned && { signDisplay: 'exceptZero' }),
  }
  if (unit === '%')
    return new Intl.NumberFormat(lang, { ...options, style: 'percent' }).format(
      Number((value / 100).toPrecision(15)),
    )
  if (unit !== null && currencies.has(unit)) {
    const money = { style: 'currency', currency: unit, trailingZeroDisplay: 'stripIfInteger' } as const
    return new Intl.NumberFormat(lang, { ...options, maximumFractionDigits: undefined, ...money }).format(
      value,
    )
  }
  const number = (isSigned ? signedFormat(lang) : plainFormat(lang)).format(value)
  return unit === null || unit === '' ? number : `${number}\u00a0${unit}`
}

const plainFormat = memoizeText((lang) => new Intl.NumberFormat(lang, { maximumFractionDigits: 6 }), 30)
const signedFormat = memoizeText(
  (lang) => new Intl.NumberFormat(lang, { maximumFractionDigits: 6, signDisplay: 'exceptZero' }),
  30,
)

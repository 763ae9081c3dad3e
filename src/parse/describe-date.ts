import { formatIsoDate } from './date-text.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const day = '(?<day>\\d{1,2})'
const month = '(?<month>\\d{1,2})'
const year = '(?<year>\\d{4})'
const name = '(?<name>[A-Za-z]{3,9})\\.?'
const weekday = '(?:[A-Za-z]{3,9}\\.?,? )?'

/** Dates in other forms than ISO 8601 whose parts cannot be confused; `5/6/2019` is one of two days. */
const forms = [
  `${weekday}${day}(?:st|nd|rd|th)?(?: of)? ${name},? ${year}`,
  `${weekday}${name} ${day}(?:st|nd|rd|th)?,? ${year}`,
  `${year}年 ?${month}月 ?${day}日`,
  `${year}년 ?${month}월 ?${day}일`,
  `${year}\\.${month}\\.${day}\\.?`,
  '(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})',
].map((form) => new RegExp(`^${form}$`))

const withHyphens = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/

/**
 * Describes what is wrong with a date that is invalid, and what to write instead.
 * @param value of the front matter
 * @returns sentences; `undefined` for a value without advice
 */
export function describeDate(value: unknown): string | undefined {
  const text = String(value).trim()
  const meant = findDate(text) ?? findUnixDate(text)
  if (meant !== undefined) return `Write it as year, month and day: \`${meant}\`.`
  if (typeof value === 'number') return 'A date has a year, a month and a day.'
  return describeMissingDay(text)
}

/**
 * Describes why the date that a text begins with does not exist.
 * @param text such as `2019-02-30`, or a name of a file
 * @returns a sentence; `undefined` for a text that does not begin with such a date, or with one that exists
 */
export function describeMissingDay(text: string): string | undefined {
  const [date, year = '', month = '', day = ''] = withHyphens.exec(text) ?? []
  if (date === undefined || formatIsoDate(date.replaceAll('/', '-')) !== undefined) return undefined
  const name = months[Number(month) - 1]
  if (name === undefined) return `There is no month ${month}.`
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) > days ? `${name} ${year} has ${days} days.` : `There is no day ${day} in a month.`
}

/** Extracts the date that a text begins with although it does not exist. */
export function extractMissingDate(text: string): string | undefined {
  return describeMissingDay(text) === undefined ? undefined : withHyphens.exec(text)?.[0]
}

function findDate(text: string): string | undefined {
  for (const form of forms) {
    const { year, month, name = '', day } = form.exec(text)?.groups ?? {}
    if (year === undefined || day === undefined) continue
    const number = month ?? String(months.findIndex((each) => isMonth(name, each)) + 1)
    return formatIsoDate(`${year}-${number}-${day}`)
  }
  return undefined
}

function isMonth(name: string, month: string): boolean {
  const start = name.toLowerCase()
  return start === 'sept' || start.length === 3 || start.length === month.length
    ? month.toLowerCase().startsWith(start)
    : false
}

/** The day in UTC of a Unix time in seconds or milliseconds. */
function findUnixDate(text: string): string | undefined {
  const seconds = /^\d{9,10}$/.test(text)
    ? Number(text)
    : /^\d{12,13}$/.test(text)
      ? Number(text) / 1000
      : NaN
  return Number.isNaN(seconds) ? undefined : new Date(seconds * 1000).toISOString().slice(0, 10)
}

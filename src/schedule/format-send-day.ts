import { memoizeText } from '../memoize-text.ts'
import { addDays, type Day } from './day.ts'

export interface SendDayWords {
  /** A BCP 47 language tag. */
  lang: string
  /** The names of the weekdays from Monday, with commas between them, where a sentence needs another form than a calendar's. */
  weekdays?: string | undefined
  /** A pattern with `{day} {hour} {hour12} {minute} {ampm}`, for a schedule with a time. */
  pattern: string
}

/**
 * Formats the next send day for a sentence such as "See you on …": its weekday, and its date as well when it is more than
 * a week away. The names are ICU's; the pattern is our own, since ICU's patterns for times change between its versions.
 * @param after the issue's own day
 * @param time `09:12`; without it, only the day is printed
 */
export function formatSendDay(day: Day, after: Day, time: string | undefined, words: SendDayWords): string {
  const isNear = day <= addDays(after, 7)
  const name = isNear ? formatWeekday(day, words) : longFormat(words.lang).format(Date.parse(day))
  if (time === undefined) return name
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const number = (value: number, digits = 1) => numberFormat(words.lang, digits).format(value)
  const values: Record<string, string> = {
    '{day}': name,
    '{hour}': number(hour),
    '{hour12}': number(hour % 12 === 0 ? 12 : hour % 12),
    '{minute}': number(minute, 2),
    '{ampm}': hour < 12 ? 'am' : 'pm',
  }
  return words.pattern.replace(/\{\w+\}/g, (placeholder) => values[placeholder] ?? placeholder)
}

function formatWeekday(day: Day, { lang, weekdays }: SendDayWords): string {
  const fromMonday = (new Date(Date.parse(day)).getUTCDay() + 6) % 7
  const own = weekdays?.split(/[,،、，]/)[fromMonday]?.trim()
  return own || weekdayFormat(lang).format(Date.parse(day))
}

const weekdayFormat = memoizeText(
  (lang) => new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }),
  30,
)

const longFormat = memoizeText(
  (lang) =>
    new Intl.DateTimeFormat(lang, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
  30,
)

function numberFormat(lang: string, minimumIntegerDigits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(lang, { minimumIntegerDigits, useGrouping: false })
}

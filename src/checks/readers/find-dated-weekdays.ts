import { textBefore } from '../../typeset/text-before.ts'
/** A date in a text with another weekday than the calendar's. */
export interface WrongWeekday {
  phrase: string
  start: number
  /** The date, as `2026-03-12`. */
  day: string
  weekday: string
  /** The weekday of that date, in the same language. */
  expected: string
}

export interface DateContext {
  /** A BCP 47 language tag; dates are found in that language and in English. */
  lang: string
  /** The issue's date, from which a date without a year is resolved; without it, such dates are not validated. */
  date?: string | undefined
}

/** How a language writes dates; names by their number: weekdays from Sunday, months from January. */
interface Calendar {
  weekdays: string[]
  months: string[]
  patterns: RegExp[]
  /** Is found in every match of every pattern: a quick test, which most texts do not pass. */
  anyWeekday: RegExp
}

const millisecondsPerDay = 86_400_000
/** A date without a year has to be this near to the issue's, since another year may be meant. */
const nearDays = 90

/** Languages whose dates have the forms `Monday, 12 March 2026` and `Monday, March 12, 2026`, with words between. */
const supported = /^(?:en|de|fr|es|it|pt|nl|da|sv|nb|no)$/

/**
 * Finds dates whose weekday is not that of the calendar: `Monday, 12 March 2026`, `Montag, 12.3.2026`, `2026年3月12日（月）`.
 * Ranges and dates before 1900 are left out.
 */
export function findDatedWeekdays(text: string, { lang, date }: DateContext): WrongWeekday[] {
  const language = lang.slice(0, 2).toLowerCase()
  const languages = new Set(['en', ...(supported.test(language) ? [language] : [])])
  const found = [...languages].flatMap((each) => findInLanguage(text, each, date))
  const all = [...found, ...findJapanese(text)]
  const first = new Map(all.toReversed().map((each) => [each.start, each]))
  return all.filter((each) => first.get(each.start) === each)
}

function findInLanguage(text: string, language: string, date: string | undefined): WrongWeekday[] {
  if (!/\d/.test(text)) return []
  const { weekdays, months, patterns, anyWeekday } = calendarOf(language)
  if (!anyWeekday.test(text)) return []
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { weekday = '', month = '', day = '', year } = match.groups ?? {}
      if (
        /(?:[-–—/]|(?<![\p{L}])(?:to|and|or|through|until|bis|und|au|et|al|y|e|tot|til|till))\s*$/u.test(
          textBefore(text, match.index, 100),
        )
      )
        return []
      const monthIndex = /^\d/.test(month) ? Number(month) - 1 : indexOfName(months, month)
      const time = resolveTime(Number(day), monthIndex, year, date)
      const right = time === undefined ? undefined : new Date(time).getUTCDay()
      const written = indexOfName(weekdays, weekday)
      if (time === undefined || right === undefined || written === -1 || right === written) return []
      return [createWrong(match[0], match.index, time, weekday, weekdays[right] ?? '')]
    }),
  )
}

function createWrong(
  phrase: string,
  start: number,
  time: number,
  weekday: string,
  expected: string,
): WrongWeekday {
  const isCapital = /^\p{Lu}/u.test(weekday)
  const name = isCapital ? expected.charAt(0).toUpperCase() + expected.slice(1) : expected
  return { phrase, start, day: new Date(time).toISOString().slice(0, 10), weekday, expected: name }
}

/** The time of a date in milliseconds, at midnight UTC; `undefined` for one that does not exist or is not near enough. */
function resolveTime(
  day: number,
  month: number,
  year: string | undefined,
  date: string | undefined,
): number | undefined {
  if (year !== undefined) return createTime(Number(year), month, day)
  if (date === undefined) return undefined
  const issue = Date.parse(date.slice(0, 10))
  const issueYear = Number(date.slice(0, 4))
  const times = [-1, 0, 1].map((offset) => createTime(issueYear + offset, month, day))
  return times.find((time) => time !== undefined && Math.abs(time - issue) <= nearDays * millisecondsPerDay)
}

function createTime(year: number, month: number, day: number): number | undefined {
  const time = new Date(Date.UTC(year, month, day))
  return year >= 1900 && month >= 0 && time.getUTCDate() === day && time.getUTCMonth() === month
    ? time.getTime()
    : undefined
}

/** The forms of weekdays, as alternatives of a pattern. */
function listForms(language: string, weekdays: string[]): string {
  const short = language === 'en' ? ['Sun', 'Mon', 'Tues?', 'Wed', 'Thu(?:rs?)?', 'Fri', 'Sat'] : []
  return [...weekdays, ...short].join('|')
}

function flagsOf(language: string): string {
  return language === 'en' ? 'u' : 'iu'
}

function createPatterns(language: string, weekdays: string[], months: string[]): RegExp[] {
  const weekday = `(?<![\\p{L}\\p{N}])(?<weekday>${listForms(language, weekdays)})\\.?,?\\s+(?:(?:the|den|dem|der|le|el|il|dia|op|den)\\s+)?`
  const month = `(?<month>${[...months, ...months.filter((name) => name.length > 3).map((name) => name.slice(0, 3))].join('|')})(?!\\p{L})\\.?`
  const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º|ª)?'
  const year = '(?<year>(?:19|20)\\d\\d)'
  const end = '(?!\\s*[-–—/]\\s*\\d|\\d|:\\d)'
  const flags = `g${flagsOf(language)}`
  return [
    new RegExp(
      `${weekday}${day}\\s+(?:(?:of|de|di|do)\\s+)?${month}(?:,?\\s+(?:de\\s+|del\\s+)?${year})?${end}`,
      flags,
    ),
    new RegExp(`${weekday}${month}\\s+${day}(?!\\d)(?:,?\\s+${year})?${end}`, flags),
    new RegExp(`${weekday}${year}-(?<month>\\d\\d)-(?<day>\\d\\d)${end}`, flags),
    ...(language === 'de'
      ? [new RegExp(`${weekday}(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?${year}${end}`, flags)]
      : []),
  ]
}

const calendars = new Map<string, Calendar>()

function calendarOf(language: string): Calendar {
  const known = calendars.get(language) ?? createCalendar(language)
  calendars.set(language, known)
  return known
}

function createCalendar(language: string): Calendar {
  const format = (options: Intl.DateTimeFormatOptions, time: number) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(time)
  // 2023-01-01 was a Sunday.
  const weekdays = Array.from({ length: 7 }, (_, index) =>
    format({ weekday: 'long' }, Date.UTC(2023, 0, 1 + index)),
  )
  const months = Array.from({ length: 12 }, (_, index) => format({ month: 'long' }, Date.UTC(2023, index, 1)))
  return {
    weekdays,
    months,
    patterns: createPatterns(language, weekdays, months),
    anyWeekday: new RegExp(listForms(language, weekdays), flagsOf(language)),
  }
}

/** The number of a name or of its first three letters. */
function indexOfName(names: string[], name: string): number {
  const first = name.slice(0, 3).toLowerCase()
  const whole = names.findIndex((each) => each.toLowerCase() === name.toLowerCase())
  return whole === -1 ? names.findIndex((each) => each.toLowerCase().startsWith(first)) : whole
}

const japaneseWeekdays = [...'日月火水木金土']
const chineseWeekdays = [...'日一二三四五六']

function findJapanese(text: string): WrongWeekday[] {
  if (!text.includes('年')) return []
  const pattern =
    /(?<year>(?:19|20)\d\d)年(?<month>\d{1,2})月(?<day>\d{1,2})日\s*(?:[（(](?:星期|週|周)?(?<short>[月火水木金土日一二三四五六])(?:曜日?)?[)）]|(?:星期|週|周)(?<long>[日一二三四五六])|(?<full>[月火水木金土日])曜日)/gu
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { year, month, day, short, long, full } = match.groups ?? {}
    const weekday = short ?? long ?? full ?? ''
    const time = createTime(Number(year), Number(month) - 1, Number(day))
    const names = long !== undefined || /[一二三四五六]/.test(weekday) ? chineseWeekdays : japaneseWeekdays
    const right = time === undefined ? undefined : names[new Date(time).getUTCDay()]
    return time === undefined || right === undefined || right === weekday
      ? []
      : [createWrong(match[0], match.index, time, weekday, right)]
  })
}

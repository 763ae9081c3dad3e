import { addDays, countDaysInMonth, type Day, weekdayOf } from './day.ts'

/** Weekdays by their number in JavaScript's dates. */
export const weekdayNames = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const

/** One entry of the config's `schedule.every`; the last of a month is number -1. */
export type Recurrence =
  | { kind: 'weekday'; weekday: number }
  /** Every second week, counted from the schedule's `from`. */
  | { kind: 'other'; weekday: number }
  | { kind: 'nth'; weekday: number; nth: number }
  | { kind: 'day'; day: number }

/** What an entry can be, to follow "expected". */
export const expectedRecurrence =
  'a weekday such as `tuesday`, `weekday` (Monday to Friday), `other tuesday` (every second one), `first tuesday`, `last friday`, `15th` (up to `28th`) or `last day`'

const ordinals: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 }

/**
 * Parses an entry of `schedule.every`: `tuesday`, `weekday`, `other tuesday`, `first tuesday`, `15th`, `last day`.
 * @returns several recurrences for `weekday`; `undefined` for any other text
 */
export function parseRecurrence(text: string): Recurrence[] | undefined {
  const words = text.trim().toLowerCase().split(/\s+/)
  const [first = '', second] = words
  if (words.length > 2) return undefined
  if (second === undefined) {
    if (first === 'weekday') return [1, 2, 3, 4, 5].map((weekday) => ({ kind: 'weekday', weekday }))
    const weekday = indexOfWeekday(first)
    if (weekday !== undefined) return [{ kind: 'weekday', weekday }]
    const day = parseOrdinal(first)
    return day === undefined ? undefined : [{ kind: 'day', day }]
  }
  if (first === 'last' && second === 'day') return [{ kind: 'day', day: -1 }]
  const weekday = indexOfWeekday(second)
  if (weekday === undefined) return undefined
  if (first === 'other') return [{ kind: 'other', weekday }]
  const nth = Object.hasOwn(ordinals, first) ? ordinals[first] : undefined
  return nth === undefined ? undefined : [{ kind: 'nth', weekday, nth }]
}

/**
 * Whether a day is one of a recurrence.
 * @param from the schedule's first day, which `other` counts from
 */
export function matchesDay(recurrence: Recurrence, day: Day, from: Day | undefined): boolean {
  if (recurrence.kind === 'day') {
    const { day: wanted } = recurrence
    return Number(day.slice(8)) === (wanted === -1 ? countDaysInMonth(day) : wanted)
  }
  if (weekdayOf(day) !== recurrence.weekday) return false
  if (recurrence.kind === 'weekday') return true
  if (recurrence.kind === 'other') return from === undefined || countDaysIntoFortnight(from, day) < 7
  const { nth } = recurrence
  return nth === -1
    ? addDays(day, 7).slice(0, 7) !== day.slice(0, 7)
    : Math.ceil(Number(day.slice(8)) / 7) === nth
}

/** Fortnights begin on the Monday of the first week, so that all weekdays of that week belong to it. */
function countDaysIntoFortnight(from: Day, day: Day): number {
  const monday = addDays(from, -((weekdayOf(from) + 6) % 7))
  const days = Math.round((Date.parse(day) - Date.parse(monday)) / 86_400_000)
  return ((days % 14) + 14) % 14
}

function indexOfWeekday(name: string): number | undefined {
  const index = (weekdayNames as readonly string[]).indexOf(name)
  return index === -1 ? undefined : index
}

/** Every month has 28 days; `last day` is the end of each. */
function parseOrdinal(text: string): number | undefined {
  const [, digits = '', suffix] = /^(\d{1,2})(st|nd|rd|th)$/.exec(text) ?? []
  const day = Number(digits)
  if (day < 1 || day > 28) return undefined
  const ending = day > 3 && day < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return ending === suffix ? day : undefined
}

/** A calendar day without a time: `2025-01-14`. */
export type Day = string

const millisecondsPerDay = 86_400_000

/** Adds days to a day; `days` may be negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * millisecondsPerDay).toISOString().slice(0, 10)
}

/** The number of a day's weekday; Sunday is 0. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay()
}

/** The number of days in a day's month. */
export function countDaysInMonth(day: Day): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
}

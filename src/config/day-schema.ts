import * as v from 'valibot'

const expected = 'a day such as `2024-11-28`'

/** The schema of a day without a time. */
export const daySchema = v.pipe(v.string(expected), v.check(isDay, expected))

function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value
}

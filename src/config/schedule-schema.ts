import * as v from 'valibot'
import { nearest } from '../diagnostics/nearest.ts'
import { expectedRecurrence, parseRecurrence, weekdayNames } from '../schedule/recurrence.ts'
import { isTimezone } from '../schedule/zoned-time.ts'
import { daySchema } from './day-schema.ts'

const recurrence = v.pipe(
  v.string(expectedRecurrence),
  v.check(
    (text) => parseRecurrence(text) !== undefined,
    ({ input }) => expectRecurrence(input),
  ),
)

const list = v.pipe(v.array(recurrence), v.nonEmpty(expectedRecurrence))

const expectedTime = 'a time of day between `00:00` and `23:59`, such as `09:12`'

const time = v.pipe(
  v.string(expectedTime),
  v.regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$/, expectedTime),
  v.transform((text) => text.padStart(5, '0')),
)

const timezone = v.pipe(
  v.string('a time zone such as `Europe/Berlin`'),
  v.check(isTimezone, ({ input }) => expectTimezone(input)),
)

/** The schema of the config's `schedule`; its messages are the texts after "expected". */
export const scheduleSchema = v.looseObject(
  {
    every: v.lazy((input) => (Array.isArray(input) ? list : recurrence)) as v.GenericSchema<
      string | string[]
    >,
    at: v.optional(time),
    timezone: v.optional(timezone),
    from: v.optional(daySchema),
  },
  (issue) =>
    issue.expected === '"every"'
      ? expectedRecurrence
      : 'a map with `every`, such as `{ every: tuesday, at: "09:12" }`',
)

/** A misspelt weekday is answered with the one that it resembles. */
function expectRecurrence(text: string): string {
  const near = nearest(text.trim().toLowerCase(), [...weekdayNames])
  return near === undefined ? expectedRecurrence : `\`${near}\``
}

function expectTimezone(text: string): string {
  const near = nearest(text, Intl.supportedValuesOf('timeZone'))
  return near === undefined
    ? 'a time zone of the IANA database, such as `Europe/Berlin`'
    : `a time zone such as \`${near}\``
}

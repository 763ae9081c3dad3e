import { report } from '../../diagnostics/report.ts'
import { describeDate } from '../../parse/describe-date.ts'
import type { BlockContent } from '../define-block.ts'
import { attributePlace } from '../opening-line.ts'
import type { EventTime } from './event-time.ts'
import { type EventTimeMistake, extractOffset, parseEventTime } from './parse-event-time.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/**
 * Parses an attribute with a time. An end without an offset has that of its start, which was written for the same place.
 * @returns `null` when it is not given; `undefined` for one that cannot be read, which is reported
 */
export function resolveTime(
  name: 'start' | 'end',
  { attributes }: BlockContent,
  timezone: string | null | undefined,
  { file, source, node }: ShippedBlockContext,
): EventTime | null | undefined {
  const written = attributes[name]
  if (typeof written !== 'string') return null
  const usualOffset = typeof attributes.timezone === 'string' ? '' : extractOffset(String(attributes.start))
  const parsed = parseEventTime(written, timezone ?? null, usualOffset)
  // A time zone that does not exist is reported already.
  if (parsed === 'no-zone' && timezone === undefined) return undefined
  const place = attributePlace(node, name, source)
  if (typeof parsed === 'object' && 'moment' in parsed) {
    if (parsed.repeated) {
      const [reason, note] = describeRepeated(written, parsed.repeated, String(timezone))
      report(file, reason, { ruleId: 'event-time', place, note, severity: 'warning' })
    }
    return parsed
  }
  const [reason, note] = describeMistake(parsed, written, name, String(timezone))
  report(file, reason, { ruleId: 'event-time', place, note })
  return undefined
}

function describeRepeated(
  written: string,
  [first, second]: [string, string],
  timezone: string,
): [reason: string, note: string] {
  return [
    `Unexpected time \`${written}\`, which clocks in \`${timezone}\` show twice, as they are set back`,
    `The first is meant, as in calendars: \`${first}\`. Write it with its offset, or \`${second}\` for the second.`,
  ]
}

function describeMistake(
  mistake: EventTimeMistake,
  written: string,
  name: string,
  timezone: string,
): [reason: string, note: string] {
  if (mistake === 'no-zone')
    return [
      `Missing time zone of \`${written}\``,
      'Readers elsewhere would come at another hour. Write `{timezone="Europe/Berlin"}`, or `schedule: { timezone: … }` in the config.',
    ]
  if (mistake === 'unknown') {
    const detail = describeDate(written) ?? describeTime(written) ?? ''
    const forms = 'Write `2026-02-05` for a whole day, or `2026-02-05T19:00`.'
    return [
      `Unexpected value \`${written}\` of \`${name}\`, expected a day or a day with a time`,
      detail.startsWith('Write') ? detail : `${detail} ${forms}`.trimStart(),
    ]
  }
  return [
    `Unexpected time \`${written}\`, which clocks in \`${timezone}\` skip, as they are set forward`,
    `At that moment they show \`${mistake.skippedTo}\`. Write that, or another time.`,
  ]
}

/** Describes what is wrong with the time behind a day that exists; `undefined` for what has no such form. */
function describeTime(written: string): string | undefined {
  const [, hour, minute] = /^[\d-]{10}[T ](\d{2}):(\d{2})/.exec(written) ?? []
  if (hour === '24' && minute === '00') return 'A day ends with `00:00` of the next one.'
  if (Number(hour) > 23) return `There is no hour ${hour} in a day.`
  return Number(minute) > 59 ? `There is no minute ${minute} in an hour.` : undefined
}

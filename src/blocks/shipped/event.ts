import { report } from '../../diagnostics/report.ts'
import { fileNameKey } from '../../polls/file-name.ts'
import { isId } from '../../polls/is-id.ts'
import { plainWords } from '../../polls/plain-words.ts'
import { isTimezone } from '../../schedule/zoned-time.ts'
import { resolveIssueUrl } from '../../urls/resolve-link.ts'
import { type BlockContent, defineBlock } from '../define-block.ts'
import { attributePlace, openingLine } from '../opening-line.ts'
import { type EventTime, findShownZone, formatEventTime } from './event-time.ts'
import { resolveTime } from './resolve-event-time.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** What a calendar file is written of. Merge tags are tokens. */
export interface CalendarEvent {
  /** The file's name, beside the emails. */
  fileName: string
  title: string
  start: EventTime
  end: EventTime | null
  place: string | null
  url: string | null
}

export interface EventExtra {
  /** The day and the time in the issue's language. */
  when: string
  /** The address of the calendar file; `null` without the newsletter's own. */
  calendar: string | null
  event: CalendarEvent
}

/** Formats the time of an event, and prepares its calendar file. */
export const event = defineBlock({
  name: 'event',
  resolve(block, context: ShippedBlockContext): EventExtra | undefined {
    const { matter, settings } = context
    const timezone = resolveTimezone(block, context)
    const start = resolveTime('start', block, timezone, context)
    const end = resolveTime('end', block, timezone, context)
    const id = resolveId(block, context)
    if (timezone === undefined || !start || end === undefined || id === undefined) return undefined
    validateTimes(start, end, context)
    const { place, url } = block.attributes
    const fileName = `${id}.ics`
    if (settings.url === undefined) reportAddress(context)
    return {
      when: formatEventTime(start, end, resolveShownZone(start, block, timezone), matter.lang),
      calendar:
        settings.url === undefined
          ? null
          : resolveIssueUrl(settings.url, matter.slug) + encodeURIComponent(fileName),
      event: {
        fileName,
        title: plainWords({ type: 'root', children: block.label ?? [] } as never),
        start,
        end,
        place: typeof place === 'string' ? place : null,
        url: typeof url === 'string' ? url : null,
      },
    }
  },
})

/** @returns `null` when none is given; `undefined` for one that does not exist, which is reported */
function resolveTimezone(
  { attributes }: BlockContent,
  context: ShippedBlockContext,
): string | null | undefined {
  const { file, source, node, settings } = context
  const written = attributes.timezone
  if (typeof written !== 'string') return settings.schedule?.timezone ?? null
  if (isTimezone(written)) return written
  report(file, `Unexpected time zone \`${written}\`, expected one of the IANA database`, {
    ruleId: 'block-attribute',
    place: attributePlace(node, 'timezone', source),
    note: 'Write its continent and city: `Europe/Berlin`.',
  })
  return undefined
}

/** A time is shown as it was written, unless the block itself names another zone. */
function resolveShownZone(
  start: EventTime,
  { attributes }: BlockContent,
  timezone: string | null,
): string | number {
  return typeof attributes.timezone === 'string' && timezone !== null
    ? timezone
    : findShownZone(start, timezone)
}

/** The name of the calendar file: the block's id, else `event`, `event-2` and so on. */
function resolveId({ attributes }: BlockContent, context: ShippedBlockContext): string | undefined {
  const { file, source, node, usedIds } = context
  const number = usedIds.size + 1
  const id = typeof attributes.id === 'string' ? attributes.id : number === 1 ? 'event' : `event-${number}`
  const isKnown = usedIds.has(fileNameKey(id))
  usedIds.add(fileNameKey(id))
  if (isId(id) && !isKnown) return id
  report(
    file,
    isKnown
      ? `Unexpected second event \`${id}\` in this issue`
      : `Unexpected event id \`${id}\`, expected letters, digits, \`-\` and \`_\``,
    {
      ruleId: 'event-id',
      place: attributePlace(node, 'id', source),
      note: 'The id is the name of the calendar file. Give each event one of its own: `:::event[Title]{#launch …}`.',
    },
  )
  return undefined
}

function validateTimes(
  start: EventTime,
  end: EventTime | null,
  { file, source, node, matter }: ShippedBlockContext,
): void {
  const reportTime = (reason: string, note: string, name: string, severity: 'error' | 'warning') =>
    report(file, reason, { ruleId: 'event-time', place: attributePlace(node, name, source), note, severity })
  if (end && start.isDay !== end.isDay)
    reportTime(
      end.isDay
        ? 'Unexpected day as the `end` of an event, expected a day with a time, as its `start` has one'
        : 'Unexpected time in the `end` of an event, expected a day, as its `start` has no time',
      'Both are days, or both have a time: `start="2026-02-05T19:00" end="2026-02-05T21:00"`.',
      'end',
      'error',
    )
  else if (end && (end.moment < start.moment || (end.moment === start.moment && !end.isDay)))
    reportTime(
      `Unexpected \`end\` of an event ${end.moment < start.moment ? 'before' : 'equal to'} its \`start\`, expected one after it`,
      'Correct one of the two, or remove `end`: the event is then shown without one.',
      'end',
      'error',
    )
  const last = (end ?? start).moment + (start.isDay ? 86_400_000 : 0)
  if (matter.date !== undefined && last < Date.parse(matter.date.slice(0, 10)))
    reportTime(
      `Unexpected event that is over before the issue’s date, \`${matter.date}\``,
      'Nobody can come to it. Correct one of the two dates.',
      'start',
      'warning',
    )
}

function reportAddress({ file, source, node }: ShippedBlockContext): void {
  report(file, 'Cannot link the calendar file of an event without the newsletter’s own address', {
    ruleId: 'event-address',
    place: openingLine(node, source),
    note: 'Set `url:` in the config to where the web archive is. Without it, readers get no link that adds the event to their calendars.',
    severity: 'warning',
  })
}

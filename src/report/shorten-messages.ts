import type { MessageRecord } from '../diagnostics/message-records.ts'

/** How many messages of one rule and severity are printed for a file. */
const maxOfRule = 5

/** How many places of the same message in other files are listed. */
const maxOthers = 20

/** How many lines are listed of messages that are only counted; an error has to be mended at each. */
const maxLines = { error: 20, warning: 5, info: 5 }

/** How many warnings of one rule are printed with their lines; by then everyone knows what they look like. */
const maxFramed = 10

/** A message that is printed. */
export interface ShownMessage {
  record: MessageRecord
  /** Whether the lines around its place are printed. */
  hasFrame: boolean
  /** Whether its note is printed: not when an earlier message had it. */
  hasNote: boolean
  /** Whether it is printed where its rule is explained: not when an earlier message of the rule had that. */
  hasFurtherReading: boolean
  /** The same messages in other files, which are printed as a list of their places. */
  others: MessageRecord[]
}

/** Messages of one rule, severity and file that are only counted. */
export interface OmittedMessages {
  omitted: [MessageRecord, ...MessageRecord[]]
}

/**
 * Shortens messages so that the first of each kind are not lost among thousands: a note is printed once, so is where a
 * rule is explained, the same message in several files is printed with the first, from the sixth on the messages of a rule in a file are only counted, and from the eleventh on the
 * warnings of a rule are printed without their lines.
 * @param records in the order in which they are printed
 * @returns them in the same order; those that are only counted are where the first of them was
 */
export function shortenMessages(records: readonly MessageRecord[]): (ShownMessage | OmittedMessages)[] {
  const shortened: (ShownMessage | OmittedMessages)[] = []
  const counts = new Map<string, number>()
  const omittedByGroup = new Map<string, OmittedMessages>()
  const framed = new Map<string | null, number>()
  const shownByReason = new Map<string, ShownMessage>()
  const seen = new Set<string>()
  const isFirst = (key: string) => !seen.has(key) && Boolean(seen.add(key))
  for (const record of records) {
    const { file, rule, severity, note, url } = record
    const group = `${file}\n${rule}\n${severity}`
    const count = (counts.get(group) ?? 0) + 1
    counts.set(group, count)
    const known = omittedByGroup.get(group)
    const same = shownByReason.get(`${rule}\n${severity}\n${record.reason}`)
    if (known) known.omitted.push(record)
    else if (count > maxOfRule && rule !== null) {
      const omission: OmittedMessages = { omitted: [record] }
      omittedByGroup.set(group, omission)
      shortened.push(omission)
    } else if (same && same.record.file !== file && rule !== null) same.others.push(record)
    else {
      const hasNote = note !== null && isFirst(`note\n${rule}\n${maskQuotations(note)}`)
      const hasFurtherReading = isFirst(`further\n${rule}\n${url}`)
      const frames = framed.get(rule) ?? 0
      framed.set(rule, frames + 1)
      const hasFrame = severity === 'error' || frames < maxFramed
      const shown: ShownMessage = { record, hasFrame, hasNote, hasFurtherReading, others: [] }
      if (!same) shownByReason.set(`${rule}\n${severity}\n${record.reason}`, shown)
      shortened.push(shown)
    }
  }
  return shortened
}

/** What a note quotes from an issue differs in each; its advice is the same. */
function maskQuotations(note: string): string {
  return note.replace(/“[^”]*”/g, '“”')
}

/** Formats how many messages of a rule are omitted: ``… and 36 more of `link-insecure` (lines 12, 14, …)``. */
export function formatOmission({ omitted }: OmittedMessages): string {
  const [{ rule, severity }] = omitted
  const lines = [...new Set(omitted.flatMap(({ line }) => line ?? []))]
  const most = maxLines[severity]
  const listed = lines.slice(0, most).join(', ') + (lines.length > most ? ', …' : '')
  const place = lines.length === 0 ? '' : ` (${lines.length === 1 ? 'line' : 'lines'} ${listed})`
  return `… and ${omitted.length} more of \`${rule}\`${place}`
}

/**
 * Formats where else a message is: `Also in issues/b.md:6 and issues/c.md:6`.
 * @param formatPath the path of a file as it is printed
 * @returns `null` for a message that is in one file only
 */
export function formatOthers({ others }: ShownMessage, formatPath: (path: string) => string): string | null {
  if (others.length === 0) return null
  const places = others.map(({ file, line }) => formatPath(file) + (line === null ? '' : `:${line}`))
  const rest = places.length - maxOthers
  const listed =
    rest > 0 ? [...places.slice(0, maxOthers), `${rest} more places: \`--verbose\` prints all`] : places
  const last = listed.pop() ?? ''
  return `Also in ${listed.length > 0 ? `${listed.join(', ')} and ` : ''}${last}`
}

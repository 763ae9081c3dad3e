import type { ArchiveIssue } from './archive.ts'
import { continueIssue } from './continue-issue.ts'
import { continueSubject } from './continue-subject.ts'
import { fillBody, fillHead } from './fill-placeholders.ts'
import { createEntry, type HeadEntry, joinHead, parseEntry, setEntry, splitHead } from './head-entries.ts'
import { formatResults, formatSponsors, placeBlocks } from './place-blocks.ts'

/** What the next issue is made of. */
export interface NextIssue {
  /** On one line; may be empty. */
  title: string
  /** `2025-01-14`. */
  day: string
  /** The value of `date`: the day, or with a time. */
  date: string
  /** Whether the file's name has the date. */
  isDatedByName: boolean
  /** The numbers of the last issue and of this one, if issues are numbered. */
  numbers: { before: number | undefined; next: number | undefined }
  draft: boolean
  /** The sponsors that are booked for it. */
  sponsors: { key: string; name: string }[]
  /** The polls of the last issue that were counted: `2025-01-07-tea#feedback`. */
  results: string[]
}

/**
 * Composes the text of the next issue.
 * @param latestFirst the archive
 * @param template the text of `issues/_template.md`; without it, the last issues are continued
 */
export function composeIssue(
  next: NextIssue,
  latestFirst: readonly ArchiveIssue[],
  template: string | undefined,
): string {
  if (template !== undefined) return composeFromTemplate(next, latestFirst[0], template)
  if (latestFirst.length > 0) return composeFromArchive(next, latestFirst)
  const entries = [createEntry('subject', next.title), createEntry('preheader', '')]
  return joinHead(finishHead(entries, next, false), placeBlocks('', formatBlocks(next, next.sponsors)))
}

function composeFromTemplate(next: NextIssue, last: ArchiveIssue | undefined, template: string): string {
  const { title, day, numbers } = next
  const lastSubject = last && parseEntry(splitHead(last.text).entries, 'subject')
  const subject = continueSubject(toText(lastSubject), numbers, title)
  const values = { title, date: day, number: String(numbers.next ?? ''), subject }
  const { entries, body } = splitHead(template)
  const filled = entries.map(({ key, text }) => ({ key, text: fillHead(text, values) }))
  const hasMasthead = entries.some(({ key }) => key === 'sponsor')
  const blocks = formatBlocks(next, next.sponsors.slice(hasMasthead ? 1 : 0))
  return joinHead(finishHead(filled, next, hasMasthead), placeBlocks(fillBody(body, values), blocks))
}

function composeFromArchive(next: NextIssue, latestFirst: readonly ArchiveIssue[]): string {
  const { title } = next
  const { entries, hasTitleHeading, sections } = continueIssue(latestFirst.map(({ text }) => text))
  const continueText = (key: string) => continueSubject(toText(parseEntry(entries, key)), next.numbers, title)
  const texts: Record<string, string> = {
    subject: continueText('subject'),
    title: continueText('title'),
    preheader: '',
  }
  const continued = entries
    .filter(({ key }) => key !== 'slug')
    .map((entry) =>
      entry.key !== undefined && entry.key in texts ? createEntry(entry.key, texts[entry.key] ?? '') : entry,
    )
  const isNamed = continued.some(({ key }) => key === 'subject' || key === 'title')
  const writesHeading = hasTitleHeading && title !== ''
  const named = isNamed || writesHeading ? continued : [createEntry('subject', title), ...continued]
  const hasMasthead = latestFirst[0]?.sponsor !== undefined
  const blocks = formatBlocks(next, next.sponsors.slice(hasMasthead ? 1 : 0))
  const body = [...(writesHeading ? [`# ${title}`] : []), ...sections].join('\n\n')
  return joinHead(finishHead(named, next, hasMasthead), placeBlocks(body, blocks))
}

/** Sets what the command knows: the date where the name does not have it, the number, the draft and the masthead's sponsor. */
function finishHead(entries: readonly HeadEntry[], next: NextIssue, hasMasthead: boolean): HeadEntry[] {
  const { date, isDatedByName, numbers, draft, sponsors } = next
  const hasDate = entries.some(({ key }) => key === 'date')
  const needsDate = hasDate || !isDatedByName || date.length > next.day.length
  let head = needsDate ? setEntry(entries, 'date', date) : [...entries]
  if (numbers.next !== undefined) head = setEntry(head, 'number', numbers.next)
  head = setEntry(head, 'sponsor', hasMasthead ? sponsors[0]?.key : undefined)
  return setEntry(head, 'draft', draft ? true : undefined)
}

function formatBlocks({ results }: NextIssue, sponsors: NextIssue['sponsors']) {
  return { sponsors: formatSponsors(sponsors), results: formatResults(results) }
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

import type { IssueComparison, IssueFacts } from '../compare/compare-issues.ts'
import type { TextPart } from '../compare/compare-texts.ts'
import type { MessageRecord } from '../diagnostics/message-records.ts'
import type { DiffReport } from './diff-report.ts'
import { formatNumber } from './format-counts.ts'
import { formatByteSize } from './format-issue-lines.ts'

/** Gmail shows no more of a message's HTML, in bytes (https://github.com/hteumeuleu/email-bugs/issues/41). */
export const gmailLimit = 102_400

/** Some facts of an issue before and after, where it was there. */
type States<Key extends keyof IssueFacts> = Record<'before' | 'after', Pick<IssueFacts, Key> | null>

/** Formats what a comparison found: `1 issue added, 2 changed, 37 unchanged since main`. */
export function describeTotals({ issues, unchanged, ref }: DiffReport): string {
  const counts = (['added', 'removed', 'renamed', 'changed'] as const).map((status) => ({
    status,
    count: issues.filter((issue) => issue.status === status).length,
  }))
  const present = counts.filter(({ count }) => count > 0)
  if (present.length === 0) return `No issue differs from ${ref}`
  const [first, ...others] = present.map(({ status, count }, index) =>
    index === 0 ? `${formatNumber(count, 'issue')} ${status}` : `${count} ${status}`,
  )
  const rest = unchanged > 0 ? [`${unchanged} unchanged`] : []
  return `${[first, ...others, ...rest].join(', ')} since ${ref}`
}

/** Formats the size of the HTML: `14.2 kB (+1.1 kB), 14% of Gmail’s 102,400 bytes`. */
export function describeSize(issue: States<'htmlBytes'>): string {
  const { htmlBytes } = issue.after ?? issue.before ?? { htmlBytes: 0 }
  const over = htmlBytes > gmailLimit ? ': Gmail clips it' : ''
  return `${describeShortSize(issue)} of Gmail’s 102,400 bytes${over}`
}

/** Formats the size of the HTML, and its share of what Gmail shows: `14.2 kB (+1.1 kB), 14%`. */
export function describeShortSize({ before, after }: States<'htmlBytes'>): string {
  const { htmlBytes } = after ?? before ?? { htmlBytes: 0 }
  const change = before && after ? formatByteChange(after.htmlBytes - before.htmlBytes) : ''
  return `${formatByteSize(htmlBytes)}${change}, ${Math.round((100 * htmlBytes) / gmailLimit)}%`
}

/** Formats the change of a size in brackets, with a space before them; empty for none. */
function formatByteChange(bytes: number): string {
  if (bytes === 0) return ''
  return ` (${bytes > 0 ? '+' : '−'}${formatByteSize(Math.abs(bytes))})`
}

/** Formats the length: `812 words (+5), 4 min`. */
export function describeLength({ before, after }: States<'words' | 'minutes'>): string {
  const facts = after ?? before
  if (!facts) return ''
  const change = before && after ? formatChange(after.words - before.words) : ''
  return `${formatNumber(facts.words, 'word')}${change}, ${facts.minutes} min`
}

/** Formats a number with its change: `9 (+2)`. */
export function describeCount(
  { before, after }: Pick<IssueComparison, 'before' | 'after'>,
  key: 'images' | 'links',
): string {
  const change = before && after ? formatChange(after[key] - before[key]) : ''
  return `${(after ?? before)?.[key] ?? 0}${change}`
}

function formatChange(difference: number): string {
  if (difference === 0) return ''
  return ` (${difference > 0 ? '+' : '−'}${Math.abs(difference)})`
}

/** Formats how many problems there are: `1 new, 2 solved, 3 remaining`. */
export function describeProblems({ added, solved, remaining }: IssueComparison['problems']): string {
  const parts = [
    added.length > 0 && `${added.length} new`,
    solved.length > 0 && `${solved.length} solved`,
    remaining.length > 0 && `${remaining.length} remaining`,
  ]
  return parts.filter(Boolean).join(', ') || 'none'
}

/** Formats a message's place: `issues/a.md:3:1`. */
export function describePlace({ file, line, column }: MessageRecord): string {
  return [file, line, line === null ? null : column].filter((part) => part !== null).join(':')
}

/** Formats what differs, in words; empty when everything that does is listed on its own. */
export function describeOtherChanges({ changes, before, after, text }: IssueComparison): string {
  const words: string[] = []
  if (before && after && before.slug !== after.slug) words.push(`slug ${before.slug} → ${after.slug}`)
  if (before && after && before.draft !== after.draft)
    words.push(after.draft ? 'is a draft now' : 'is no draft any more')
  if (changes.includes('html') && !changes.includes('text')) words.push('only the HTML differs, not the text')
  if (changes.includes('text') && text.length === 0)
    words.push('only spaces and notes of the plaintext differ')
  return words.join(' · ')
}

/** The lines of an inbox that differ, or of an added or removed issue both. */
export function listInboxLines({ before, after }: IssueComparison): {
  name: 'subject' | 'preheader'
  before: string | null
  after: string | null
}[] {
  const get = (facts: IssueFacts | null, name: 'subject' | 'preheader') => facts?.[name] ?? null
  return (['subject', 'preheader'] as const).map((name) => ({
    name,
    before: get(before, name),
    after: get(after, name),
  }))
}

/**
 * Shortens the unchanged parts of a paragraph to what is near a change.
 * @param length of what stays on each side, in UTF-16 units
 */
export function shortenParts(parts: readonly TextPart[], length = 60): TextPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same') return part
    const start = index === 0 ? '' : cutEnd(part.text, length)
    const end = index === parts.length - 1 ? '' : cutStart(part.text, length)
    const kept = start.length + end.length
    return kept >= part.text.length ? part : { ...part, text: `${start}…${end}` }
  })
}

/** The beginning of a text, up to the end of a word. */
function cutEnd(text: string, length: number): string {
  return text.length <= length
    ? text
    : (/^.*(?=\s)/s.exec(text.slice(0, length))?.[0] ?? text.slice(0, length))
}

/** The end of a text, from the beginning of a word. */
function cutStart(text: string, length: number): string {
  return text.length <= length ? text : (/(?<=\s).*$/s.exec(text.slice(-length))?.[0] ?? text.slice(-length))
}

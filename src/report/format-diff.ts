import picocolors from 'picocolors'
import type { IssueComparison } from '../compare/compare-issues.ts'
import type { TextChange } from '../compare/compare-texts.ts'
import type { MessageRecord } from '../diagnostics/message-records.ts'
import {
  describeCount,
  describeLength,
  describeOtherChanges,
  describePlace,
  describeProblems,
  describeSize,
  describeTotals,
  listInboxLines,
  shortenParts,
} from './describe-diff.ts'
import type { DiffReport } from './diff-report.ts'
import { formatByteSize } from './format-issue-lines.ts'
import { replaceControlCharacters } from './replace-control-characters.ts'

type Colours = ReturnType<typeof picocolors.createColors>

/** Formats a comparison for a terminal. Without colours, what was removed is in `[-…-]` and what was added in `{+…+}`, as in Git. */
export function formatDiff(report: DiffReport, { colour }: { colour: boolean }): string {
  const colours = picocolors.createColors(colour)
  const safe = protectTerminal(report)
  const { issues, problems, notes } = safe
  const blocks = [
    ...issues.map((issue) => formatIssue(issue, colours, colour)),
    ...(problems.added.length + problems.solved.length > 0
      ? [[colours.bold('templates and config'), ...formatProblems(problems, colours)]]
      : []),
    [...notes.map((note) => `note: ${note}`), describeTotals(safe)],
  ]
  const text = blocks.map((lines) => lines.join('\n')).join('\n\n')
  return `${text}\n`
}

/** Replaces control characters in all texts. */
function protectTerminal(report: DiffReport): DiffReport {
  return JSON.parse(JSON.stringify(report), (_, value) =>
    typeof value === 'string' ? replaceControlCharacters(value) : value,
  )
}

function formatIssue(issue: IssueComparison, colours: Colours, colour: boolean): string[] {
  const { source, previousSource, status, problems, text, after } = issue
  const other = describeOtherChanges(issue)
  const from = previousSource === null ? '' : ` from ${previousSource}`
  return [
    `${colours.bold(source)}  ${status}${from}${after?.draft ? ', draft' : ''}`,
    ...listInboxLines(issue).map(
      ({ name, before, after }) => `  ${formatPair(name, before, after, colours)}`,
    ),
    `  ${[describeSize(issue), describeLength(issue)].join(' · ')}`,
    `  pictures ${describeCount(issue, 'images')} · links ${describeCount(issue, 'links')} · problems: ${describeProblems(problems)}`,
    ...(other === '' ? [] : [`  ${other}`]),
    ...(status === 'removed' ? [] : formatParts(issue, colours)),
    ...(status === 'removed' ? [] : formatProblems(problems, colours)),
    ...formatText(text, colours, colour),
  ]
}

/** A line of the inbox: as it is, or before and after. */
function formatPair(name: string, before: string | null, after: string | null, colours: Colours): string {
  const label = `${name}:`.padEnd(10)
  const describe = (value: string) => (value === '' ? 'none' : value)
  if (before === null || after === null || before === after)
    return `${label} ${describe(after ?? before ?? '')}`
  return `${label} ${colours.red(describe(before))} → ${colours.green(describe(after))}`
}

/** The pictures and links that differ. */
function formatParts({ images, links }: IssueComparison, colours: Colours): string[] {
  return [
    ...images.added.map(({ source, bytes }) =>
      colours.green(`  + picture ${source}, ${formatByteSize(bytes)}`),
    ),
    ...images.removed.map(({ source }) => colours.red(`  - picture ${source}`)),
    ...images.changed.map(
      ({ before, after }) =>
        `  ~ picture ${after.source}, ${formatByteSize(before.bytes)} → ${formatByteSize(after.bytes)}`,
    ),
    ...links.added.map(({ url, text }) => colours.green(`  + link ${url} (${text})`)),
    ...links.removed.map(({ url, text }) => colours.red(`  - link ${url} (${text})`)),
  ]
}

function formatProblems(
  { added, solved, remaining }: IssueComparison['problems'],
  colours: Colours,
): string[] {
  const format = (message: MessageRecord) =>
    `${message.severity} at ${describePlace(message)}: ${message.reason}  (${message.rule ?? ''})`
  return [
    ...added.map((message) => colours.red(`  + ${format(message)}`)),
    ...remaining.map((message) => `    ${format(message)}`),
    ...solved.map(({ severity, reason, rule }) =>
      colours.green(`  - ${severity}: ${reason}  (${rule ?? ''})`),
    ),
  ]
}

function formatText(changes: readonly TextChange[], colours: Colours, colour: boolean): string[] {
  let section: string | undefined
  return changes.flatMap((change) => {
    const isNew = change.section !== section
    section = change.section
    const heading = isNew && section !== '' ? [`  ${colours.bold(section)}`] : []
    return [...heading, `    ${formatChange(change, colours, colour)}`]
  })
}

function formatChange({ parts }: TextChange, colours: Colours, colour: boolean): string {
  const formatted = shortenParts(parts).map(({ kind, text }) => {
    if (kind === 'same') return text
    if (colour) return kind === 'added' ? colours.green(text) : colours.red(text)
    return kind === 'added' ? `{+${text}+}` : `[-${text}-]`
  })
  return formatted.join('')
}

import type { IssueComparison } from '../compare/compare-issues.ts'
import type { TextChange } from '../compare/compare-texts.ts'
import type { MessageRecord } from '../diagnostics/message-records.ts'
import {
  describeCount,
  describeLength,
  describeOtherChanges,
  describePlace,
  describeProblems,
  describeShortSize,
  describeTotals,
  listInboxLines,
  shortenParts,
} from './describe-diff.ts'
import type { DiffReport } from './diff-report.ts'
import { formatMarkdownCode as code, escapeComment } from './escape-markdown.ts'
import { formatNumber } from './format-counts.ts'
import { formatByteSize } from './format-issue-lines.ts'

/** The first line of the comment, by which it is found again and edited. */
export const commentMarker = '<!-- issuepress-diff -->'

/** The characters that a comment on GitHub can have at most (“body is too long (maximum is 65536 characters)”). */
const commentLimit = 65_536

/** The problems, links and paragraphs of one issue that are listed at most. */
const listLimit = 50

const noteRoom = 600

/**
 * Formats a comparison as the comment of a pull request: a table of the issues, and a folded part for each. What does not fit
 * in a comment is left out, which it says.
 * @param reportUrl where the whole report is
 */
export function formatDiffMarkdown(report: DiffReport, { reportUrl }: { reportUrl?: string } = {}): string {
  const { notes, issues, problems } = report
  const link = reportUrl === undefined ? '' : `[The whole report](<${encodeURI(decodeSafely(reportUrl))}>)\n`
  const head = [commentMarker, `### Newsletter: ${describeTotals({ ...report, ref: code(report.ref) })}`]
  const table = formatTable(issues, commentLimit / 2)
  const parts = [
    `${head.join('\n')}\n`,
    ...(table === '' ? [] : [table]),
    ...notes.map((note) => `> ${code(note)}\n`),
    formatProblems('Templates and config', problems),
  ].filter((part) => part !== '')
  const budget = commentLimit - noteRoom - link.length
  const { fitting, count } = selectFitting(issues.map(formatDetails), budget - parts.join('\n').length)
  const left = issues.length - count
  if (left > 0)
    fitting.push(
      `Left out: the details of ${formatNumber(left, 'issue')}, since a comment has 65,536 characters at most.\n`,
    )
  return [...parts, ...fitting, link].filter((part) => part !== '').join('\n')
}

/** The first texts that are not longer than a number of characters together. */
function selectFitting(texts: readonly string[], room: number): { fitting: string[]; count: number } {
  const fitting: string[] = []
  let length = 0
  for (const text of texts) {
    length += text.length + 1
    if (length > room) break
    fitting.push(text)
  }
  return { fitting, count: fitting.length }
}

function formatTable(issues: readonly IssueComparison[], room: number): string {
  if (issues.length === 0) return ''
  const rows = issues.map((issue) => `| ${formatCells(issue).join(' | ')} |`)
  const { fitting, count } = selectFitting(rows, room)
  const left = issues.length - count
  const lines = [
    '| issue | | subject | HTML, of 102,400 bytes | length | pictures | links | problems |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...fitting,
  ]
  if (left > 0) lines.push('', `Left out: ${formatNumber(left, 'more issue')}.`)
  return `${lines.join('\n')}\n`
}

function formatCells(issue: IssueComparison): string[] {
  const { source, status, before, after, problems } = issue
  return [
    code(source),
    after?.draft ? `${status}, draft` : status,
    code((after ?? before)?.subject ?? ''),
    describeShortSize(issue),
    describeLength(issue),
    describeCount(issue, 'images'),
    describeCount(issue, 'links'),
    status === 'removed' ? '' : describeProblems(problems),
  ]
}

/** The folded part of an issue. */
function formatDetails(issue: IssueComparison): string {
  const { source, previousSource, problems, text, status } = issue
  const other = describeOtherChanges(issue)
  const content = [
    ...(previousSource === null ? [] : [`- renamed from ${code(previousSource)}`]),
    ...listInboxLines(issue).map(({ name, before, after }) => `- ${name}: ${formatPair(before, after)}`),
    ...(other === '' ? [] : [`- ${code(other)}`]),
    ...(status === 'removed' ? [] : formatParts(issue)),
    ...(status === 'removed' ? [] : [formatProblems('Problems', problems)]),
    ...(text.length === 0 ? [] : ['', '**Text**', '', formatText(text)]),
  ]
  return `<details><summary>${code(source)}: ${status}</summary>\n\n${content.join('\n')}\n\n</details>\n`
}

/** A value before and after. */
function formatPair(before: string | null, after: string | null): string {
  const [old, current] = [before, after].map((value) => code(value ?? '') || '_none_')
  if (before === null) return `${current}`
  if (after === null || before === after) return `${old}`
  return `<del>${old}</del> → <ins>${current}</ins>`
}

/** The pictures and links that differ. */
function formatParts({ images, links }: IssueComparison): string[] {
  return [
    ...limitList([
      ...images.added.map(
        ({ source, bytes }) => `- picture added: ${code(source)}, ${formatByteSize(bytes)}`,
      ),
      ...images.removed.map(({ source }) => `- picture removed: ${code(source)}`),
      ...images.changed.map(
        ({ before, after }) =>
          `- picture changed: ${code(after.source)}, ${formatByteSize(before.bytes)} → ${formatByteSize(after.bytes)}`,
      ),
    ]),
    ...limitList([
      ...links.added.map(({ url, text }) => `- link added: ${code(url)} ${code(text)}`),
      ...links.removed.map(({ url, text }) => `- link removed: ${code(url)} ${code(text)}`),
    ]),
  ]
}

/** The problems under a title, the new ones first; empty when there are none. */
function formatProblems(title: string, { added, solved, remaining }: IssueComparison['problems']): string {
  if (added.length + solved.length + remaining.length === 0) return ''
  const format = (kind: string) => (message: MessageRecord) =>
    `- ${kind} ${message.severity} at ${code(describePlace(message))}: ${code(message.reason)} (${code(message.rule ?? '')})`
  const lines = [
    ...added.map(format('**new**')),
    ...remaining.map(format('remaining')),
    ...solved.map(
      ({ severity, reason, rule }) => `- solved ${severity}: ${code(reason)} (${code(rule ?? '')})`,
    ),
  ]
  return `\n**${title}**\n\n${limitList(lines).join('\n')}\n`
}

function formatText(changes: readonly TextChange[]): string {
  let section: string | undefined
  const lines = changes.flatMap((change) => {
    const isNew = change.section !== section
    section = change.section
    const heading = isNew && section !== '' ? [`<b>${escapeComment(section)}</b>`] : []
    return [...heading, formatChange(change)]
  })
  return `<pre>${limitList(lines).join('\n')}</pre>`
}

function formatChange({ parts }: TextChange): string {
  const tags = { same: '', added: 'ins', removed: 'del' }
  const formatted = shortenParts(parts).map(({ kind, text }) => {
    const tag = tags[kind]
    return tag === '' ? escapeComment(text) : `<${tag}>${escapeComment(text)}</${tag}>`
  })
  return formatted.join('')
}

function limitList(lines: readonly string[]): string[] {
  if (lines.length <= listLimit) return [...lines]
  return [...lines.slice(0, listLimit), `- … and ${lines.length - listLimit} more`]
}

/** Undoes the percent-encoding of an address, which is then encoded as a whole, once. */
function decodeSafely(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}

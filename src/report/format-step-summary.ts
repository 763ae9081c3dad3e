import type { RunResult } from '../build.ts'
import { countMessages } from '../diagnostics/count-messages.ts'
import { createMessageRecords, type MessageRecord } from '../diagnostics/message-records.ts'
import type { BuiltIssue } from '../newsletter/build-issue.ts'
import { describeLength, describePlace, describeShortSize } from './describe-diff.ts'
import { formatMarkdownCode as code } from './escape-markdown.ts'
import { formatCounts, formatNumber } from './format-counts.ts'
import { formatOmission, shortenMessages } from './shorten-messages.ts'

export interface StepSummaryOptions {
  /** Leaves out messages of severity `info`. */
  quiet?: boolean
  /** How many bytes of UTF-8 it may have. */
  room: number
}

/** Bytes for the sentence about what is left out. */
const noteRoom = 200

/**
 * Formats a build or a check for the page of a run of GitHub Actions: a table of the issues, and a folded part for each file with
 * messages. What does not fit is left out, which it says. Text of an issue is escaped.
 */
export function formatStepSummary(result: RunResult, { quiet, room }: StepSummaryOptions): string {
  const { issues, skippedDrafts, files } = result
  const rows = issues.map((issue) => `| ${formatCells(issue).join(' | ')} |`)
  const head = [`### Newsletter: ${describeOutcome(result)}`, '']
  if (skippedDrafts.length > 0) head.push(`Skipped: ${formatNumber(skippedDrafts.length, 'draft')}.`, '')
  if (rows.length > 0) head.push(...tableHead)
  const budget = room - noteRoom - measure(head)
  const shownRows = selectFitting(rows, budget)
  const parts = formatProblems(createMessageRecords(files), quiet)
  const shownParts = selectFitting(parts, budget - measure(shownRows))
  const left = rows.length - shownRows.length + parts.length - shownParts.length
  const note = `Left out: ${formatNumber(left, 'part')}, since a summary has 1 MiB at most. The log has all.`
  if (budget < 0) return ''
  const table = rows.length > 0 ? [...shownRows, ''] : []
  return [...head, ...table, ...shownParts, ...(left > 0 ? [note, ''] : [])]
    .map((line) => `${line}\n`)
    .join('')
}

const tableHead = [
  '| | issue | subject and preheader | HTML, of 102,400 bytes | length | pictures | links | problems |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
]

function describeOutcome({ outcome, issues, files }: RunResult): string {
  if (outcome === 'misconfigured') return 'nothing was done, since the config has an error'
  const counts = formatCounts(countMessages(files))
  const total = formatNumber(issues.length, 'issue')
  const sound = issues.filter(({ passes }) => passes).length
  const counted = sound === issues.length ? total : `${sound} of ${total}`
  const parts = [`${counted} ready to send`, counts, outcome === 'interrupted' && 'interrupted']
  return parts.filter(Boolean).join(', ')
}

function formatCells({ source, subject, facts, messages, passes }: BuiltIssue): string[] {
  const state = { before: null, after: facts }
  return [
    passes ? '✅' : '❌',
    code(source),
    [subject, facts?.preheader ?? '']
      .map(code)
      .filter((text) => text !== '')
      .join('<br>'),
    facts ? describeShortSize(state) : '',
    describeLength(state),
    facts ? `${facts.images}` : '',
    facts ? `${facts.links}` : '',
    formatCounts(messages) || 'none',
  ]
}

/** A folded part for each file. */
function formatProblems(records: readonly MessageRecord[], quiet = false): string[] {
  const shown = records.filter(({ severity }) => !quiet || severity !== 'info')
  return [...new Set(shown.map(({ file }) => file))].map((file) => {
    const own = shown.filter((record) => record.file === file)
    const lines = shortenMessages(own).map((message) =>
      'omitted' in message ? `- ${code(formatOmission(message))}` : `- ${formatProblem(message.record)}`,
    )
    const title = `${code(file)}: ${formatNumber(own.length, 'problem')}`
    return `<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>\n`
  })
}

function formatProblem(record: MessageRecord): string {
  const { severity, reason, rule } = record
  return `${severity} at ${code(describePlace(record))}: ${code(reason)}${rule === null ? '' : ` (${code(rule)})`}`
}

/** The first texts that have no more bytes together than there is room for. */
function selectFitting(texts: readonly string[], room: number): string[] {
  let bytes = 0
  const end = texts.findIndex((text) => {
    bytes += measure([text])
    return bytes > room
  })
  return end === -1 ? [...texts] : texts.slice(0, end)
}

/** How many bytes the lines have, with their line breaks. */
function measure(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)
}

import type { IssueComparison } from '../compare/compare-issues.ts'
import type { TextChange } from '../compare/compare-texts.ts'
import type { MessageRecord } from '../diagnostics/message-records.ts'
import type { Screenshot, ScreenshotPair } from '../screenshots/take-screenshots.ts'
import {
  describeCount,
  describeLength,
  describeOtherChanges,
  describePlace,
  describeSize,
  describeTotals,
  listInboxLines,
} from './describe-diff.ts'
import type { DiffReport } from './diff-report.ts'
import { diffStyles } from './diff-styles.ts'
import { formatByteSize } from './format-issue-lines.ts'
import { replaceControlCharacters } from './replace-control-characters.ts'

/** The pictures of the issues by their paths, and why some have none. */
export interface Screenshots {
  pairs: ReadonlyMap<string, readonly ScreenshotPair[]>
  /** A sentence; `undefined` when there are pictures of all issues. */
  missing?: string | undefined
}

/**
 * Formats a comparison as a page that needs no other file. It contains no script and requests nothing: a policy in its head forbids
 * both.
 */
export function formatDiffHtml(report: DiffReport, { pairs, missing }: Screenshots): string {
  const { issues, problems, notes } = report
  const title = `Newsletter: ${describeTotals(report)}`
  const allNotes = [...notes, ...(missing === undefined ? [] : [missing])]
  const list = issues.map(
    ({ source, status }, index) =>
      `<li><a href="#issue-${index + 1}">${escapeHtml(source)}</a> ${status}</li>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
${diffStyles}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${allNotes.map((note) => `<p class="note">${escapeHtml(note)}</p>\n`).join('')}<ul>
${list.join('\n')}
</ul>
${formatProblems('Templates and config', problems)}${issues
  .map((issue, index) => formatIssue(issue, `issue-${index + 1}`, pairs.get(issue.source) ?? []))
  .join('')}</body>
</html>
`
}

function formatIssue(issue: IssueComparison, id: string, pairs: readonly ScreenshotPair[]): string {
  const { source, previousSource, status, after, text, problems } = issue
  const from = previousSource === null ? '' : ` from ${escapeHtml(previousSource)}`
  const other = describeOtherChanges(issue)
  const rows = [
    ...listInboxLines(issue).map(({ name, before, after }) => [name, formatPair(before, after)]),
    ['HTML', escapeHtml(describeSize(issue))],
    ['length', escapeHtml(describeLength(issue))],
    ['pictures', `${escapeHtml(describeCount(issue, 'images'))}${formatImages(issue)}`],
    ['links', `${escapeHtml(describeCount(issue, 'links'))}${formatLinks(issue)}`],
    ...(other === '' ? [] : [['also', escapeHtml(other)]]),
  ]
  return `<section id="${id}">
<h2>${escapeHtml(source)} <small>${status}${from}${after?.draft ? ', draft' : ''}</small></h2>
<table>
${rows.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`).join('\n')}
</table>
${status === 'removed' ? '' : formatProblems('Problems', problems)}${formatText(text)}${pairs.map(formatScreenshots).join('')}</section>
`
}

function formatPair(before: string | null, after: string | null): string {
  const show = (value: string | null) => escapeHtml(value || 'none')
  if (before === null || after === null || before === after) return show(after ?? before)
  return `<del>${show(before)}</del> <ins>${show(after)}</ins>`
}

function formatList(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}

function formatImages({ status, images: { added, removed, changed } }: IssueComparison): string {
  if (status === 'removed') return ''
  return formatList([
    ...added.map(({ source, bytes }) => `<ins>${escapeHtml(source)}</ins> ${formatByteSize(bytes)}`),
    ...removed.map(({ source }) => `<del>${escapeHtml(source)}</del>`),
    ...changed.map(
      ({ before, after }) =>
        `${escapeHtml(after.source)} ${formatByteSize(before.bytes)} → ${formatByteSize(after.bytes)}`,
    ),
  ])
}

/** Addresses are text: a stranger's link is not to be followed from a report. */
function formatLinks({ status, links: { added, removed } }: IssueComparison): string {
  if (status === 'removed') return ''
  return formatList([
    ...added.map(({ url, text }) => `<ins>${escapeHtml(url)}</ins> ${escapeHtml(text)}`),
    ...removed.map(({ url, text }) => `<del>${escapeHtml(url)}</del> ${escapeHtml(text)}`),
  ])
}

function formatProblems(title: string, { added, solved, remaining }: IssueComparison['problems']): string {
  if (added.length + solved.length + remaining.length === 0) return ''
  const format = (message: MessageRecord) =>
    `${message.severity} at ${escapeHtml(describePlace(message))}: ${escapeHtml(message.reason)} <code>${escapeHtml(message.rule ?? '')}</code>`
  const items = [
    ...added.map((message) => `<b>new</b> ${format(message)}`),
    ...remaining.map((message) => `remaining ${format(message)}`),
    ...solved.map(
      ({ severity, reason, rule }) =>
        `solved ${severity}: ${escapeHtml(reason)} <code>${escapeHtml(rule ?? '')}</code>`,
    ),
  ]
  return `<h3>${title}</h3>\n${formatList(items)}\n`
}

function formatText(changes: readonly TextChange[]): string {
  if (changes.length === 0) return ''
  let section: string | undefined
  const paragraphs = changes.map((change) => {
    const heading =
      change.section !== section && change.section !== '' ? `<h4>${escapeHtml(change.section)}</h4>\n` : ''
    section = change.section
    return `${heading}<p>${change.parts.map(formatPart).join('')}</p>`
  })
  return `<h3>Text</h3>\n${paragraphs.join('\n')}\n`
}

function formatPart({ kind, text }: TextChange['parts'][number]): string {
  if (kind === 'same') return escapeHtml(text)
  return kind === 'added' ? `<ins>${escapeHtml(text)}</ins>` : `<del>${escapeHtml(text)}</del>`
}

/** Wide pictures are shown at half of their size, so that two fit beside each other. */
function formatScreenshots({ width, dark, before, after }: ScreenshotPair): string {
  const title = `${width} pixels, ${dark ? 'dark' : 'light'}`
  const isSame = before && after && before.regions.length + after.regions.length === 0
  const figures = isSame
    ? formatScreenshot(after, 'before and after')
    : `${before ? formatScreenshot(before, 'before') : ''}${after ? formatScreenshot(after, 'after') : ''}`
  return `<details${dark ? '' : ' open'}><summary>${title}${isSame ? ': the same' : ''}</summary>
<div class="pair">
${figures}</div>
</details>
`
}

function formatScreenshot({ png, width, height, regions }: Screenshot, title: string): string {
  const percent = (value: number, whole: number) => `${((100 * value) / whole).toFixed(3)}%`
  const marks = regions.map(
    (region) =>
      `<i style="left:${percent(region.x, width)};top:${percent(region.y, height)};width:${percent(region.width, width)};height:${percent(region.height, height)}"></i>`,
  )
  return `<figure><figcaption>${title}</figcaption><div class="shot"><img alt="The email, ${title}" width="${width}" height="${height}" src="data:image/png;base64,${png}">${marks.join('')}</div></figure>
`
}

function escapeHtml(text: string): string {
  return replaceControlCharacters(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

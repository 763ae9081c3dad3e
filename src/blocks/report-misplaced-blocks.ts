import type { Code, Html, Nodes, Parents, Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Severity } from '../diagnostics/severity.ts'
import { memoize } from '../hast/memoize.ts'
import { walkWithAncestors } from '../hast/walk-tree.ts'
import { createHtmlPlace, resolveHtmlOffset } from '../parse/html-places.ts'
import { scanHtml } from '../parse/scan-html.ts'
import { type ReplacedPart, replaceParts } from '../typeset/replace-parts.ts'
import type { BlockContext } from './block-context.ts'
import { findOpenings, type Opening } from './find-openings.ts'

/** Elements whose text is a sample, and those whose text nobody reads. */
const opaqueElements = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style', 'textarea'])

const codePlace = 'in indented code'
const htmlPlace = 'in HTML'
const consequence = 'As it is, readers would see it as it was typed.'

/**
 * Reports blocks that are none, since they are not on a line of their own: indented, after other text, in a heading, a
 * table or HTML, or with the wide colons of Chinese and Japanese keyboards. Readers would see them as they were typed.
 * Fenced and inline code are silent; lines that begin with colons are validated by `validateDirectives`.
 */
export function reportMisplacedBlocks(tree: Root, context: BlockContext): void {
  walkWithAncestors<Nodes>(tree, (node, ancestors) => {
    if (node.type === 'code') reportIndented(node, context)
    if (node.type === 'text') reportInText(node, ancestors, context)
    if (node.type === 'html') reportInHtml(node, context)
  })
}

/** A sample can contain a block; an indented block begins with it. */
function reportIndented({ position }: Code, context: BlockContext): void {
  const { source } = context
  const start = position?.start.offset
  if (start === undefined || /^\s*(?:`{3}|~{3})/.test(source.slice(start, position?.end.offset))) return
  const lineStart = source.lastIndexOf('\n', start - 1) + 1
  const code = source
    .slice(lineStart, position?.end.offset)
    .replace(/^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*/, blank)
  const [opening] = findOpenings(code, context.theme.blocks.keys(), true)
  if (!opening) return
  const isFirst = code.slice(0, opening.offset).trim() === ''
  reportOpening(opening, lineStart + opening.offset, context, {
    where: codePlace,
    expected: 'at most three spaces before it',
    advice: 'Lines with four spaces or a tab before them are code. Remove the spaces.',
    severity: isFirst ? 'error' : 'warning',
  })
}

function reportInText(node: Text, ancestors: Parents[], context: BlockContext): void {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  const parent = ancestors.at(-1)
  if (start === undefined || end === undefined || (parent && findInCode(parent).has(node))) return
  const { source, theme } = context
  // What follows the text, such as a link, can be the block's label.
  const line = /[^\r\n]*/.exec(source.slice(end, end + 200))?.[0] ?? ''
  const where = findPlaceName(ancestors)
  for (const opening of findOpenings(source.slice(start, end) + line, theme.blocks.keys()))
    if (opening.offset < end - start)
      reportOpening(opening, start + opening.offset, context, { where, advice: findAdvice(where) })
}

function findPlaceName(ancestors: Parents[]): string {
  if (ancestors.some(({ type }) => type === 'heading')) return 'in a heading'
  return ancestors.some(({ type }) => type === 'tableCell') ? 'in a table' : 'in a line of text'
}

function findAdvice(where: string): string {
  if (where === 'in a table') return 'A table has no place for blocks. Put the block below the table.'
  return 'Put the block on a line of its own, with nothing before it.'
}

/** The children of a node that follow the start tag of an element such as `<code>` among them. */
const findInCode = memoize((parent: Parents): ReadonlySet<Nodes> => {
  const found = new Set<Nodes>()
  let open = 0
  for (const child of parent.children) {
    if (open > 0) found.add(child)
    if (child.type !== 'html') continue
    for (const { kind, name } of scanHtml(child.value))
      if (opaqueElements.has(name)) open = Math.max(0, open + (kind === 'start' ? 1 : -1))
  }
  return found
})

/** A block in a block of raw HTML, which ends at the next blank line. */
function reportInHtml(node: Html, context: BlockContext): void {
  for (const opening of findOpenings(blankTags(node.value), context.theme.blocks.keys()))
    reportOpening(opening, resolveHtmlOffset(node, opening.offset, context.source), context, {
      where: htmlPlace,
      expected: 'a blank line before it',
      advice: 'HTML extends to the next blank line.',
    })
}

/** Replaces tags, comments and samples by spaces. */
function blankTags(html: string): string {
  const parts: ReplacedPart[] = []
  let sample: { name: string; offset: number } | undefined
  const blankRange = (start: number, end: number) => {
    parts.push({ start, end, text: blank(html.slice(start, end)) })
  }
  for (const { kind, name, offset, text } of scanHtml(html)) {
    blankRange(offset, offset + text.length)
    if (sample === undefined && kind === 'start' && opaqueElements.has(name)) sample = { name, offset }
    if (kind !== 'end' || sample?.name !== name) continue
    while ((parts.at(-1)?.start ?? -1) >= sample.offset) parts.pop()
    blankRange(sample.offset, offset + text.length)
    sample = undefined
  }
  return replaceParts(html, parts)
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}

interface Misplacement {
  /** Where the block is: `in a heading`. */
  where: string
  /** What is expected instead; a line of its own when not given. */
  expected?: string
  advice: string
  severity?: Severity
}

function reportOpening(
  { text, expected, isFullWidth }: Opening,
  offset: number,
  context: BlockContext,
  { where, expected: wanted = `\`${expected}\` on a line of its own`, advice, severity }: Misplacement,
): void {
  const { file } = context
  const place = createHtmlPlace(offset, text.length, file)
  if (isReported(text, offset, place?.start.line ?? 0, context)) return
  if (isFullWidth) {
    report(file, `Unexpected \`${text}\`, expected \`${expected}\``, {
      ruleId: 'block-syntax',
      place,
      note: `The colons of a block are \`:\`, not the wide \`：\` of Chinese and Japanese keyboards. ${consequence}`,
    })
    return
  }
  report(file, `Unexpected \`${text}\` ${where}, expected ${wanted}`, {
    ruleId: 'block-syntax',
    place,
    note: `${advice} To write it as text, ${findEscape(text, where)}. ${consequence}`,
    ...(severity && { severity }),
  })
}

function findEscape(text: string, where: string): string {
  if (where === codePlace) return 'put it between two lines of ```'
  return where === htmlPlace
    ? 'put it into `<code>`'
    : `put a backslash before it: \`\\${/^:+/.exec(text)?.[0]}\``
}

/** Whether it is reported by `validateDirectives`, which reads the lines of paragraphs that begin with colons. */
function isReported(text: string, offset: number, line: number, { file, source }: BlockContext): boolean {
  const { covered, lastStarts } = indexReported(file)
  if (covered.has(offset)) return true
  if (!text.startsWith('::') || (lastStarts.get(line) ?? -1) <= offset) return false
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset)
  return /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*$/.test(before)
}

/** Where mistakes in blocks are reported. */
interface ReportedPlaces {
  /** How many of the file's messages are indexed. */
  length: number
  covered: Set<number>
  /** The last offset on each line at which such a message starts. */
  lastStarts: Map<number, number>
}

const reported = new WeakMap<VFile['messages'], ReportedPlaces>()

/** Indexes the messages that were added since the last call. */
function indexReported(file: VFile): ReportedPlaces {
  const known = reported.get(file.messages)
  const isCurrent = known && known.length <= file.messages.length
  const places = isCurrent
    ? known
    : { length: 0, covered: new Set<number>(), lastStarts: new Map<number, number>() }
  reported.set(file.messages, places)
  for (const { ruleId, place } of file.messages.slice(places.length)) {
    if (ruleId !== 'block-syntax' || !place || !('start' in place)) continue
    const { start, end } = place
    const from = start.offset ?? 0
    for (let offset = from; offset < (end.offset ?? 0); offset += 1) places.covered.add(offset)
    places.lastStarts.set(start.line, Math.max(from, places.lastStarts.get(start.line) ?? 0))
  }
  places.length = file.messages.length
  return places
}

import type { Code, Html, Parents, Root, Text } from 'mdast'
import { visitParents } from 'unist-util-visit-parents'
import { report } from '../diagnostics/report.ts'
import type { Severity } from '../diagnostics/severity.ts'
import { createHtmlPlace, resolveHtmlOffset } from '../parse/html-places.ts'
import { scanHtml } from '../parse/scan-html.ts'
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
  visitParents(tree, (node, ancestors) => {
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

function reportInText({ position }: Text, ancestors: Parents[], context: BlockContext): void {
  const start = position?.start.offset
  const end = position?.end.offset
  if (start === undefined || end === undefined || isInCode(start, ancestors.at(-1))) return
  const { source, theme } = context
  // What follows the text, such as a link, can be the block's label.
  const line = /[^\r\n]*/.exec(source.slice(end))?.[0] ?? ''
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

/** Whether a text follows the start tag of an element such as `<code>` among its siblings. */
function isInCode(offset: number, parent: Parents | undefined): boolean {
  let open = 0
  for (const child of parent?.children ?? []) {
    if ((child.position?.start.offset ?? 0) >= offset) break
    if (child.type !== 'html') continue
    for (const { kind, name } of scanHtml(child.value))
      if (opaqueElements.has(name)) open = Math.max(0, open + (kind === 'start' ? 1 : -1))
  }
  return open > 0
}

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
  let result = html
  let sample: { name: string; offset: number } | undefined
  const blankRange = (start: number, end: number) => {
    result = result.slice(0, start) + blank(result.slice(start, end)) + result.slice(end)
  }
  for (const { kind, name, offset, text } of scanHtml(html)) {
    blankRange(offset, offset + text.length)
    if (sample === undefined && kind === 'start' && opaqueElements.has(name)) sample = { name, offset }
    if (kind !== 'end' || sample?.name !== name) continue
    blankRange(sample.offset, offset)
    sample = undefined
  }
  return result
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
  if (isReported(text, offset, context)) return
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
function isReported(text: string, offset: number, { file, source }: BlockContext): boolean {
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset)
  const isFirst = text.startsWith('::') && /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*$/.test(before)
  return file.messages.some(({ ruleId, place }) => {
    if (ruleId !== 'block-syntax' || !place || !('start' in place)) return false
    const { start, end } = place
    const isSameLine = !source.slice(offset, start.offset).includes('\n')
    return ((start.offset ?? 0) <= offset || (isFirst && isSameLine)) && offset < (end.offset ?? 0)
  })
}

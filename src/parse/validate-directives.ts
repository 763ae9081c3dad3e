/**
 * Mistakes that the parser of directives accepts silently: an unclosed container extends to the end of the document, a
 * directive with a space before its name or with malformed attributes is text, and an inner fence of the same length
 * closes the outer container. Observed with micromark-extension-directive 4.
 */
import type { Code, Nodes, Paragraph, Parents, Root, Text } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { findTypographicQuotes, formatQuoteNote } from '../diagnostics/typographic-quotes.ts'
import { walkWithAncestors } from '../hast/walk-tree.ts'

const closing = /^[ \t>]*(:{3,})[ \t]*$/

/**
 * Validates the syntax of directives. Each mistake is reported at its line.
 * @param tree the Markdown's tree
 * @param source the text that the tree's offsets refer to
 */
export function validateDirectives(tree: Root, source: string, file: VFile): void {
  const misread: Misread = { fences: [] }
  walkWithAncestors<Nodes>(tree, (node, ancestors) => {
    if (node.type === 'containerDirective') validateContainer(node, ancestors, source, file)
    if (node.type === 'code') validateCode(node, ancestors, source, file)
    if (node.type === 'paragraph') validateParagraph(node, source, file, misread)
  })
}

/** The lengths of the fences whose opening line was reported, and whose closing line only follows from it. */
interface Misread {
  fences: number[]
}

function validateContainer(
  node: ContainerDirective,
  ancestors: Parents[],
  source: string,
  file: VFile,
): void {
  const start = findStart(node)
  const fence = measureFence(node, source)
  const outer = ancestors.findLast((parent) => parent.type === 'containerDirective')
  if (outer && measureFence(outer, source) <= fence) {
    report(
      file,
      `Unexpected block \`${node.name}\` inside block \`${outer.name}\`, expected a longer outer fence`,
      {
        ruleId: 'block-nesting',
        place: createLinePlace(start, source),
        note: `The first \`${':'.repeat(fence)}\` closes both. Open and close \`${outer.name}\` (line ${findStart(outer).line}) with \`${':'.repeat(fence + 1)}\`.`,
      },
    )
    return
  }
  if (isClosed(node, source, fence)) return
  report(file, `Missing closing \`${':'.repeat(fence)}\` of block \`${node.name}\``, {
    ruleId: 'block-unclosed',
    place: createLinePlace(start, source),
    note: `Without it everything below is part of the block. Put a line with \`${':'.repeat(fence)}\` where \`${node.name}\` ends.`,
  })
}

function isClosed(node: ContainerDirective, source: string, fence: number): boolean {
  const slice = source.slice(node.position?.start.offset, node.position?.end.offset)
  const lastStart = slice.lastIndexOf('\n') + 1
  const match = closing.exec(slice.slice(lastStart))
  return lastStart > 0 && match !== null && (match[1] ?? '').length >= fence
}

/** In a container a line of colons closes the container even within fenced code, which ends there as well. */
function validateCode(node: Code, ancestors: Parents[], source: string, file: VFile): void {
  const slice = source.slice(node.position?.start.offset, node.position?.end.offset)
  const open = /^(`{3,}|~{3,})/.exec(slice)?.[1]
  if (open === undefined) return
  const lastLine = slice.split(/\r?\n/).slice(1).at(-1) ?? ''
  const mark = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(lastLine)?.[1]
  if (mark?.startsWith(open)) return
  const container = ancestors.findLast((parent) => parent.type === 'containerDirective')
  const note = container
    ? `A line of colons inside the code closes block \`${container.name}\` (line ${findStart(container).line}): open and close that block with more colons than the code has.`
    : 'Without it everything below is part of the code.'
  report(file, `Missing closing fence ${open} of the code block`, {
    ruleId: 'code-unclosed',
    place: createLinePlace(findStart(node), source),
    note,
    severity: container ? 'error' : 'warning',
  })
}

/** Reports the lines of a paragraph that begin with two or more colons, unless they are in code or a link. */
function validateParagraph(node: Paragraph, source: string, file: VFile, misread: Misread): void {
  const { start, end } = node.position ?? {}
  if (start?.offset === undefined || end?.offset === undefined) return
  const texts = node.children.filter((child) => child.type === 'text')
  const lineStart = source.lastIndexOf('\n', start.offset - 1) + 1
  let line = start.line
  for (const text of source.slice(lineStart, end.offset).matchAll(/([^\n]*)(?:\n|$)/g)) {
    const match = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?=::)/.exec((text[1] ?? '').slice(0, 200))
    if (match) {
      const offset = lineStart + text.index + match[0].length
      const isText = texts.some(({ position }) => isWithin(offset, position))
      if (isText) reportLine({ line, column: match[0].length + 1, offset }, source, file, misread)
    }
    line += 1
  }
}

function isWithin(offset: number, position: Text['position']): boolean {
  const { start, end } = position ?? {}
  return (
    start?.offset !== undefined && end?.offset !== undefined && start.offset <= offset && offset < end.offset
  )
}

function reportLine(point: Point, source: string, file: VFile, misread: Misread): void {
  const place = createLinePlace(point, source)
  const line = source.slice(place.start.offset, place.end.offset)
  const [, colons = '', rest = ''] = /^(:+)(.*)$/.exec(line) ?? []
  if (rest === '' && misread.fences.at(-1) === colons.length) return void misread.fences.pop()
  if (rest !== '' && colons.length > 2) misread.fences.push(colons.length)
  if (reportQuotes(line, point, file)) return
  // Two colons may be prose (`::std::mem`); three, a label or attributes never are.
  const isProse = /^::(?!:)/.test(line) && !/[[{]/.test(line)
  const { reason, note } = explain(line)
  report(file, reason, { ruleId: 'block-syntax', place, note, severity: isProse ? 'warning' : 'error' })
}

/** Reports attributes that cannot be read because of their quotation marks. @returns whether there are any */
function reportQuotes(line: string, { line: number, column, offset = 0 }: Point, file: VFile): boolean {
  const head = /^:+[ \t]*([A-Za-z][\w-]*)(?:\[[^\]]*\])?(?=\{)/.exec(line)
  const quotes = head && findTypographicQuotes(line.slice(head[0].length))
  if (!quotes) return false
  const start = head[0].length + quotes.offset
  report(file, `Unexpected \`${quotes.mark}\` in the attributes of block \`${head[1]}\`, expected \`"\``, {
    ruleId: 'block-syntax',
    place: {
      start: { line: number, column: column + start, offset: offset + start },
      end: { line: number, column: column + start + 1, offset: offset + start + 1 },
    },
    note: formatQuoteNote(quotes),
  })
  return true
}

/** A longer line is prose; to look for a label in it would take long. */
const longestOpening = 2000

function explain(line: string): { reason: string; note: string } {
  const [, colons = '', space = '', name = '', rest = ''] =
    /^(:+)([ \t]*)([A-Za-z][\w-]*)?(.*)$/.exec(line) ?? []
  const asText = `To write it as text, put a backslash before it: \`\\${colons}\`.`
  if (name === '' && rest.trim() === '')
    return {
      reason: `Unexpected \`${colons}\`, expected a block to close`,
      note: `No block is open here. ${asText}`,
    }
  if (space !== '' && name !== '')
    return {
      reason: `Unexpected space in \`${colons} ${name}\`, expected \`${colons}${name}\``,
      note: `A block's name stands directly after its colons. ${asText}`,
    }
  const gap =
    name === '' || rest.length > longestOpening ? undefined : explainGaps(`${colons}${name}`, rest, asText)
  if (gap) return gap
  if (name !== '' && rest.includes('{'))
    return {
      reason: `Cannot read the attributes of block \`${name}\`, expected \`{key="value"}\` on one line`,
      note: 'Put every value in double quotes, and end the line with `}`.',
    }
  return {
    reason: `Cannot read this block, expected \`${colons}name[Label]{key="value"}\``,
    note: `A block's line holds its name, a label and attributes, and nothing else. ${asText}`,
  }
}

/** Spaces before a label or attributes that could be read without them. */
function explainGaps(
  opening: string,
  rest: string,
  asText: string,
): { reason: string; note: string } | undefined {
  const [, before = '', label = '', between = '', attributes = ''] =
    /^([ \t]*)(\[(?:[^\]\\[]|\\.|\[[^\]]*\])*\])?([ \t]*)(\{.*\})?$/.exec(rest) ?? []
  const isGap = (before !== '' && label !== '') || ((before !== '' || between !== '') && attributes !== '')
  if (!isGap || !/^(?:\{(?:[^{}"']|"[^"]*"|'[^']*')*\})?$/.test(attributes)) return undefined
  const parts =
    label === '' ? 'attributes stand' : attributes === '' ? 'label stands' : 'label and attributes stand'
  return {
    reason: `Unexpected space in \`${opening}${rest}\`, expected \`${opening}${label}${attributes}\``,
    note: `A block's ${parts} directly after its name${label !== '' && attributes !== '' ? ', without spaces before or between them' : ''}. ${asText}`,
  }
}

function measureFence(node: ContainerDirective, source: string): number {
  return /^:+/.exec(source.slice(node.position?.start.offset))?.[0].length ?? 3
}

function findStart(node: ContainerDirective | Code): Point {
  return node.position?.start ?? { line: 1, column: 1, offset: 0 }
}

function createLinePlace(start: Point, source: string): { start: Point; end: Point } {
  const offset = start.offset ?? 0
  const length = /^[^\r\n]*/.exec(source.slice(offset))?.[0].trimEnd().length ?? 0
  return { start, end: { line: start.line, column: start.column + length, offset: offset + length } }
}

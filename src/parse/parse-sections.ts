import type { Root, RootContent } from 'mdast'
import type { Position } from 'unist'
import type { Settings } from '../settings.ts'
import { type Shift, shiftPoint } from './copy-node.ts'
import { findLabels, mergeLabels } from './find-labels.ts'
import { parseMarkdown } from './markdown.ts'
import {
  type Change,
  findChange,
  findEnd,
  type Section,
  type SectionedText,
  startOf,
} from './sectioned-text.ts'
import { findSharedLabels, indexDefinitions } from './shared-definitions.ts'

/**
 * Parses Markdown as `parseMarkdown` does, but only the sections that differ from those of a known text.
 * @param known a text that was parsed with the same settings, if there is one
 * @param markdown the settings, without plugins, whose syntax may not end at a blank line
 */
export function parseSections(
  text: string,
  markdown: Settings['markdown'],
  known?: SectionedText,
): SectionedText {
  const shared = findSharedLabels(text, indexDefinitions(markdown.definitions)).sort()
  return (known && parseChange(known, text, shared)) ?? parseWhole(text, shared)
}

function parseWhole(text: string, shared: readonly string[]): SectionedText {
  const tree = parseMarkdown(text, {}, { definitions: shared, footnotes: [] })
  const sections = divide(tree.children, text, { lines: 0, offset: 0 })
  const labels = mergeLabels(sections.map((section) => section.labels))
  const isReusable = isNormalized(text) && !tree.data?.tooDeep && !labels.isOrdered
  return { text, sections, end: positionOf(tree).end, labels, shared, isReusable, data: tree.data }
}

/**
 * Parses the sections that differ. What blocks are depends only on the lines before them, so that the blocks of the
 * same lines at the beginning are the same. What follows is the same from where a block begins in both texts. Within
 * blocks, only the labels that are defined anywhere matter; if these differ, nothing is reused.
 */
function parseChange(
  known: SectionedText,
  text: string,
  shared: readonly string[],
): SectionedText | undefined {
  if (!known.isReusable || !isNormalized(text) || String(known.shared) !== String(shared)) return undefined
  const change = findChange(known, text)
  const isAtEnd = change.after === known.sections.length
  const changed =
    parseBetween(known, change, text) ??
    (isAtEnd ? undefined : parseBetween(known, { ...change, after: known.sections.length }, text))
  if (!changed) return undefined
  const labels = mergeLabels(changed.sections.map((section) => section.labels))
  const isSame =
    !labels.isOrdered &&
    isSameSet(labels.definitions, known.labels.definitions) &&
    isSameSet(labels.footnotes, known.labels.footnotes)
  return isSame ? { ...known, ...changed, text } : undefined
}

/** Parses what is between the same sections, unless the last of these do not begin there in the new text. */
function parseBetween(
  known: SectionedText,
  change: Change,
  text: string,
): Pick<SectionedText, 'sections' | 'end'> | undefined {
  const { before, after, growth } = change
  const start = startOf(known, before)
  const oldEnd = startOf(known, after)
  const end = oldEnd + growth
  const slice = text.slice(start, findEnd(known, change, text))
  const { definitions, footnotes } = known.labels
  const tree = parseMarkdown(
    slice,
    {},
    { definitions: [...definitions, ...known.shared], footnotes: [...footnotes] },
  )
  if (tree.data?.tooDeep) return undefined
  const shift = { lines: countLines(text.slice(0, start)), offset: start }
  const isLast = after === known.sections.length
  const next = isLast
    ? tree.children.length
    : tree.children.findIndex((node) => offsetOf(node) === end - start)
  if (!isLast && !isBoundary(tree.children, next, slice)) return undefined
  const moved = {
    lines: countLines(text.slice(start, end)) - countLines(known.text.slice(start, oldEnd)),
    offset: growth,
  }
  return {
    sections: [
      ...known.sections.slice(0, before),
      ...divide(tree.children.slice(0, next), slice, shift),
      ...known.sections.slice(after).map((section) => moveSection(section, moved)),
    ],
    end: isLast ? shiftPoint(positionOf(tree).end, shift) : shiftPoint(known.end, moved),
  }
}

/**
 * Divides blocks into sections.
 * @param nodes positions refer to `text`
 * @param shift what is before `text`
 */
function divide(nodes: readonly RootContent[], text: string, shift: Shift): Section[] {
  const starts = nodes.flatMap((_, index) => (index > 0 && isBoundary(nodes, index, text) ? [index] : []))
  return [0, ...starts].map((first, index) => {
    const next = starts[index]
    const from = index === 0 ? 0 : offsetOf(nodes[first])
    const to = next === undefined ? text.length : offsetOf(nodes[next])
    const own = nodes.slice(first, next)
    return { start: from + shift.offset, nodes: own, shift, labels: findLabels(own, text.slice(from, to)) }
  })
}

/** Whether lines and offsets are what they seem: `parseIssue` has removed carriage returns and the byte order mark. */
function isNormalized(text: string): boolean {
  return !text.includes('\r') && !text.startsWith('\ufeff')
}

/**
 * After these blocks and a blank line, nothing of them is left open. micromark goes on with indented code, and treats the
 * line that ends a list, a quote or a footnote in its own way.
 */
const closedTypes = new Set(
  'containerDirective definition heading html leafDirective paragraph table thematicBreak'.split(' '),
)

/** Whether a block is at the start of a line after a blank one, so that it is the same whatever is before it. */
function isBoundary(nodes: readonly RootContent[], index: number, text: string): boolean {
  const node = nodes[index]
  const previous = nodes[index - 1]
  if (!node || (previous && !closedTypes.has(previous.type))) return false
  const offset = offsetOf(node)
  // Indented code begins with its spaces; a byte order mark at the beginning of a text would be ignored.
  if (positionOf(node).start.column !== 1 || /[ \t\ufeff]/.test(text.charAt(offset))) return false
  let before = offset - 2
  while (text[before] === ' ' || text[before] === '\t') before -= 1
  return text[offset - 1] === '\n' && text[before] === '\n'
}

function moveSection({ start, shift, ...section }: Section, { lines, offset }: Shift): Section {
  return {
    ...section,
    start: start + offset,
    shift: { lines: shift.lines + lines, offset: shift.offset + offset },
  }
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each))
}

function countLines(text: string): number {
  return text.split('\n').length - 1
}

function positionOf({ position }: Root | RootContent): Position {
  if (!position) throw new Error('The parser sets the position of each node')
  return position
}

function offsetOf(node: RootContent | undefined): number {
  return node?.position?.start.offset ?? 0
}

import type { Root, RootContent } from 'mdast'
import type { Point } from 'unist'
import { copyNode, type Shift } from './copy-node.ts'
import type { Labels } from './find-labels.ts'

/**
 * A Markdown text that was parsed, in sections: one for each block, or for several that no blank line divides. When
 * another text is parsed that differs in a few lines, the sections before and after these are reused.
 */
export interface SectionedText {
  text: string
  sections: readonly Section[]
  /** The end of the text. */
  end: Point
  /** What all of its sections define. */
  labels: Labels
  /** The labels of shared definitions that it may refer to. */
  shared: readonly string[]
  /** Whether its sections can be parts of another text's. */
  isReusable: boolean
  data: Root['data']
}

export interface Section {
  /** The offset at which it begins. */
  start: number
  /** As parsed at `shift`; never handed out, since whoever receives a tree may change it. */
  nodes: readonly RootContent[]
  shift: Shift
  labels: Labels
}

/** What differs between a known text and another one. */
export interface Change {
  /** How many sections at the beginning are the same. */
  before: number
  /** From which section on all are the same: none if it is their number. */
  after: number
  /** How many characters longer the other text is. */
  growth: number
}

/** Creates a tree of its own from a parsed text. */
export function createTree({ sections, end, data }: SectionedText): Root {
  return {
    type: 'root',
    children: sections.flatMap(({ nodes, shift }) => nodes.map((node) => copyNode(node, shift))),
    position: { start: { line: 1, column: 1, offset: 0 }, end: { ...end } },
    ...(data && { data: structuredClone(data) }),
  }
}

/** How many characters of a text are parsed again if another one is known; all of them if none of it can be reused. */
export function measureChange(known: SectionedText, text: string): number {
  if (!known.isReusable) return text.length
  const change = findChange(known, text)
  return findEnd(known, change, text) - startOf(known, change.before)
}

/** Finds what differs, in whole sections. */
export function findChange({ text: old, sections }: SectionedText, text: string): Change {
  const longest = Math.min(old.length, text.length)
  let prefix = 0
  while (prefix < longest && old.charCodeAt(prefix) === text.charCodeAt(prefix)) prefix += 1
  let suffix = 0
  while (
    suffix < longest - prefix &&
    old.charCodeAt(old.length - 1 - suffix) === text.charCodeAt(text.length - 1 - suffix)
  )
    suffix += 1
  // A line shows whether it begins a block only as a whole.
  const isSameLine = ({ start }: Section) => {
    const lineEnd = old.indexOf('\n', start)
    return lineEnd !== -1 && lineEnd < prefix
  }
  const before = Math.max(0, sections.findLastIndex(isSameLine))
  const after = sections.findIndex(({ start }, index) => index > before && start >= old.length - suffix)
  return { before, after: after === -1 ? sections.length : after, growth: text.length - old.length }
}

/**
 * Where to end parsing the changed sections of the new text: after the first line of the sections that are the same again, which
 * shows what it begins.
 */
export function findEnd(known: SectionedText, { after, growth }: Change, text: string): number {
  if (after === known.sections.length) return text.length
  const lineEnd = text.indexOf('\n', startOf(known, after) + growth)
  return lineEnd === -1 ? text.length : lineEnd
}

/** The offset at which a section begins; the text's end for one after the last. */
export function startOf({ text, sections }: SectionedText, index: number): number {
  return sections[index]?.start ?? text.length
}

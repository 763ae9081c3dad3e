import type { Nodes, Root } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { optionalEnds, voidElements } from './html-elements.ts'
import { createHtmlPlace, resolveHtmlOffset } from './html-places.ts'
import { findTags, type Tag, writeTags } from './html-tags.ts'

declare module 'mdast' {
  interface RootData {
    /** The first node that was too deep: its content was removed. */
    tooDeep?: Position | undefined
  }
}

/**
 * How many quotes, lists, blocks, elements and the like may be within one another. A hand-written issue has a dozen, HTML
 * that a program has written some thirty; from some thousand on, parsers and printers overflow the call stack.
 */
const MAX_NESTING = 100

/** The marks of quotes and list items at the start of a line. */
const marks = /^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))[ \t]*)*/
const mark = />|[-+*]|\d{1,9}[.)]/g
const divider = /^[ \t>]*([-*])(?:[ \t]*\1){2,}[ \t]*$/
const fence = /^[ \t>]*(:{3,})[ \t]*([a-z])?/i

/** Runs of marks of emphasis, and brackets. A run is matched only from its start, or it would take the square of its length. */
const inlineMark = /(?<![*_~])[*_~]+|(?<!\\)[[\]]/g

/** A line whose marks pair with none above it: a blank one, an item, a heading, or a row of a table. */
const beginsParagraph = /^[ \t>]*(?:$|[-+*][ \t]|\d{1,9}[.)][ \t]|#|\|)/

/** What the lines before the present one have left open. */
interface OpenContainers {
  /** The columns of the list items. */
  items: number[]
  /** The lengths of the fences of blocks. */
  fences: number[]
  /** How many marks of emphasis and brackets are open in the paragraph. */
  marks: { emphasis: number; brackets: number }
}

/**
 * Replaces the lines by spaces on which quotes, lists or blocks are nested too deep. Parsing them would take as long as
 * the square of their depth. The first is reported.
 * @param source the Markdown
 * @returns the Markdown, in which all offsets are the same
 */
export function blankDeepLines(source: string, file: VFile): string {
  const open: OpenContainers = { items: [], fences: [], marks: { emphasis: 0, brackets: 0 } }
  let offset = 0
  let isReported = false
  return source
    .split('\n')
    .map((line) => {
      const start = offset
      offset += line.length + 1
      if (!isTooDeep(line, open) && !isInlineTooDeep(line, open.marks)) return line
      if (!isReported) reportNesting(createHtmlPlace(start, line.length, file), file)
      isReported = true
      return line.replace(/[^\r]/g, ' ')
    })
    .join('\n')
}

function isTooDeep(line: string, { items, fences }: OpenContainers): boolean {
  const lead = marks.exec(line)?.[0] ?? ''
  if (lead.trim() === '') {
    if (line.trim() !== '' && !/^[ \t]/.test(line)) items.length = 0
    return line.includes(':::') && isFenceTooDeep(line, fences)
  }
  if (divider.test(line)) return false
  const [...found] = lead.matchAll(mark)
  const lists = found.filter(({ 0: sign }) => sign !== '>')
  for (const { index } of lists) {
    while ((items.at(-1) ?? -1) >= index) items.pop()
    items.push(index)
  }
  return found.length > MAX_NESTING || items.length > MAX_NESTING || isFenceTooDeep(line, fences)
}

function isInlineTooDeep(line: string, open: OpenContainers['marks']): boolean {
  if (beginsParagraph.test(line)) Object.assign(open, { emphasis: 0, brackets: 0 })
  let deepest = 0
  for (const { 0: sign, index } of line.matchAll(inlineMark)) {
    if (/[[\]]/.test(sign)) open.brackets = Math.max(0, open.brackets + (sign === '[' ? 1 : -1))
    else {
      const opened = countOpened(line, index, sign.length)
      if (opened === 0) continue
      open.emphasis = Math.max(0, open.emphasis + opened)
    }
    deepest = Math.max(deepest, open.emphasis, open.brackets)
  }
  return deepest > MAX_NESTING
}

/** How many marks of emphasis a run of them opens; closed ones are negative. */
function countOpened(line: string, start: number, length: number): number {
  const before = line[start - 1] ?? ''
  const after = line[start + length] ?? ''
  const afterWord = /[^\s>]/.test(before)
  // Beside a word on both sides, all but the first open something.
  if (/\S/.test(after)) return Math.ceil((afterWord ? length - 1 : length) / 2)
  return /\S/.test(before) ? -Math.ceil(length / 2) : 0
}

function isFenceTooDeep(line: string, fences: number[]): boolean {
  const [, colons, name] = fence.exec(line) ?? []
  if (colons === undefined) return false
  if (name !== undefined) return fences.push(colons.length) > MAX_NESTING
  const closed = fences.findLastIndex((length) => length <= colons.length)
  if (closed !== -1) fences.length = closed
  return false
}

/**
 * Removes the content of nodes that are nested too deep, in place; the first of them is in the tree's data.
 * @param tree a tree of any depth, over which no function can recurse
 */
export function removeDeepNodes(tree: Root): void {
  const pending: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, depth } = next
    if (!('children' in node)) continue
    if (depth > MAX_NESTING && node.children.length > 0) {
      tree.data = { tooDeep: tree.data?.tooDeep ?? node.position }
      node.children = []
    }
    // An item counts, its list does not.
    for (const child of node.children.toReversed())
      pending.push({ node: child, depth: /^(?:list|paragraph)$/.test(child.type) ? depth : depth + 1 })
  }
}

/**
 * Removes the tags of elements in raw HTML that are nested too deep, in place, and reports the first of them, or the
 * first node whose content `removeDeepNodes` has removed.
 * @param source the text that the tree's offsets refer to
 */
export function limitNesting(tree: Root, source: string, file: VFile): void {
  if (tree.data?.tooDeep) reportNesting(createHtmlPlace(tree.data.tooDeep.start.offset ?? 0, 1, file), file)
  let first: Tag | undefined
  walkTree<Nodes>(tree, (node) => {
    if (!('children' in node) || !node.children.some(({ type }) => type === 'html')) return
    const deep = findDeepTags(findTags(node))
    for (const tag of deep) tag.written = ''
    writeTags(deep)
    first ??= deep[0]
  })
  if (first)
    reportNesting(
      createHtmlPlace(resolveHtmlOffset(first.html, first.offset, source), first.text.length, file),
      file,
    )
}

function findDeepTags(tags: Tag[]): Tag[] {
  const open: string[] = []
  const deep: Tag[] = []
  const deepNames: string[] = []
  for (const tag of tags) {
    const { kind, name, text } = tag
    if (voidElements.has(name) || text.endsWith('/>')) continue
    if (kind === 'end') {
      if (deepNames.at(-1) === name) deep.push(tag) && deepNames.pop()
      else if (open.includes(name)) open.length = open.lastIndexOf(name)
      continue
    }
    if (optionalEnds.has(name)) endImplied(name, open)
    if (open.length < MAX_NESTING) open.push(name)
    else deep.push(tag) && deepNames.push(name)
  }
  return deep
}

/** A `<li>` ends the item before it, unless there is another list between them. */
function endImplied(name: string, open: string[]): void {
  const start = open.findLastIndex((other) => !optionalEnds.has(other)) + 1
  const same = open.indexOf(name, start)
  if (same !== -1) open.length = same
}

function reportNesting(place: Position | undefined, file: VFile): void {
  if (file.messages.some(({ ruleId }) => ruleId === 'nesting-depth')) return
  report(file, 'Cannot build this issue: its quotes, lists or HTML are nested too deep', {
    ruleId: 'nesting-depth',
    place,
    note: `At most ${MAX_NESTING} levels can be within one another, and what is deeper is left out. Look for a very long run of \`>\`, of \`[\` or of opening tags, and remove the levels that readers would not see.`,
  })
}

/** True for what is thrown where functions recurse over a tree that is too deep in a way that no limit foresees. */
export function isCallStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message)
}

/** Reports a call stack overflow at the line with the most marks of nesting, which is where it most likely comes from. */
export function reportOverflow(file: VFile): void {
  let densest = { offset: 0, length: 0, count: -1 }
  let offset = 0
  for (const line of String(file).split('\n')) {
    const count = line.replace(/[^>*_[\]{}<:~-]/g, '').length
    if (count > densest.count) densest = { offset, length: line.length, count }
    offset += line.length + 1
  }
  reportNesting(createHtmlPlace(densest.offset, densest.length, file), file)
}

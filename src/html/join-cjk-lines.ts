import type { Element, Root, Text } from 'hast'
import { isCjk, isSpacelessBreak } from '../typeset/cjk.ts'
import { someText } from './some-text.ts'

/** Elements whose line breaks stay: `pre` shows them, and code is not in Chinese or Japanese. */
const verbatim = new Set(['pre', 'code', 'kbd', 'samp'])
/** Elements whose content is in the same line as the text around them. */
const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
)

/** The text of a paragraph so far: what a line break that is to come has before it, and one that has no text after it yet. */
interface Line {
  before: string
  open?: Text | undefined
}

/**
 * Removes line breaks of the source between Chinese or Japanese characters and beside full-width marks, in place. Browsers
 * show a space there that nobody has written (CSS Text Level 3, section 4.1.3, lets them decide).
 */
export function joinCjkLines(tree: Root): void {
  if (someText(tree, isCjk)) joinChildren(tree, { before: '' })
}

function joinChildren(parent: Root | Element, line: Line): void {
  for (const child of parent.children) {
    if (child.type === 'text') joinText(child, line)
    else if (child.type !== 'element') endLine(line)
    // A footnote's number is a mark on the text before it.
    else if (child.tagName === 'sup') joinChildren(child, { before: '' })
    else if (verbatim.has(child.tagName)) {
      joinOpen('x', line)
      line.before = 'x'
    } else if (inline.has(child.tagName)) joinChildren(child, line)
    else {
      endLine(line)
      joinChildren(child, { before: '' })
    }
  }
}

function endLine(line: Line): void {
  line.before = ''
  line.open = undefined
}

function joinText(node: Text, line: Line): void {
  const first = [...node.value.trimStart()][0]
  if (first !== undefined) joinOpen(first, line)
  const { before } = line
  node.value = node.value.replace(/[ \t]*\r?\n[ \t]*/g, (whole, at: number, text: string) => {
    const left = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? before
    const right = [...text.slice(at + whole.length, at + whole.length + 2)][0]
    return right !== undefined && isSpacelessBreak(left, right) ? '' : whole
  })
  const last = [...node.value.trimEnd()].at(-1)
  if (last !== undefined) line.before = last
  if (/\n[ \t]*$/.test(node.value)) line.open = node
  else if (node.value !== '') line.open = undefined
}

/** Removes the line break at the end of the text before, if none is to be before this character. */
function joinOpen(after: string, line: Line): void {
  const { open, before } = line
  if (open && isSpacelessBreak(before, after)) open.value = open.value.replace(/[ \t]*\r?\n[ \t]*$/, '')
  line.open = undefined
}

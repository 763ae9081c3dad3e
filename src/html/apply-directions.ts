import type { Element, ElementContent, Nodes, Parents, Root, RootContent } from 'hast'
import { walkTree } from '../hast/walk-tree.ts'
import type { Direction } from '../types.ts'
import { findForeignDirection, hasRightToLeft } from '../typeset/text-direction.ts'
import { slotElement } from './schema.ts'
import { someText } from './some-text.ts'

/** Elements that have a direction and an alignment of their own. */
const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'center', 'dt', 'dd'])
/**
 * Elements whose text is isolated by a `<span>`: a list item's bullet and a cell's alignment stay as they are, some clients
 * remove `dir` from cells (caniemail.com: html-dir), and a label is printed within an element of the block's template.
 */
const containers = new Set(['li', 'td', 'th', 'blockquote', 'caption', slotElement])
/** Elements whose parts change sides with the direction: bullets and columns. */
const wholes = new Set(['ul', 'ol', 'table'])
/** Elements whose text says nothing of the direction: code, and what has its own. */
const neutral = new Set(['pre', 'code', 'kbd', 'samp', 'bdi', 'bdo'])
const blocks = new Set([
  ...paragraphs,
  ...containers,
  ...wholes,
  'dl',
  'hr',
  'pre',
  'tr',
  'tbody',
  'thead',
  'tfoot',
])

/**
 * Adds `dir` to the parts of an issue that are in a script of the other direction, in place: without it the full stop of a
 * Hebrew sentence would be on the wrong side. An issue in one direction is not changed.
 * @param around the direction
 */
export function applyDirections(tree: Root, around: Direction): void {
  if (around === 'rtl' || hasDirection(tree) || someText(tree, hasRightToLeft)) applyToChildren(tree, around)
}

/** Whether an element has a direction of its own, in which text from left to right may be the foreign one. */
function hasDirection(tree: Root): boolean {
  let found = false
  walkTree<Nodes>(tree, (node) => {
    found ||= node.type === 'element' && node.properties.dir !== undefined
  })
  return found
}

function applyToChildren(parent: Root | Element, around: Direction): void {
  const children = parent.children as ElementContent[]
  for (const [index, child] of children.entries()) {
    if (child.type !== 'element' || neutral.has(child.tagName)) continue
    const own = child.properties.dir
    if (own === 'rtl' || own === 'ltr') {
      applyToChildren(child, own)
      continue
    }
    const foreign = wholes.has(child.tagName) ? findWholeDirection(child, around) : undefined
    if (foreign) children[index] = wrapWhole(child, foreign)
    else if (paragraphs.has(child.tagName) && !child.children.some(isBlock)) applyToParagraph(child, around)
    else {
      if (containers.has(child.tagName)) isolateText(child, around)
      applyToChildren(child, around)
    }
  }
}

function applyToParagraph({ properties, children }: Element, around: Direction): void {
  const foreign = findForeignDirection(readText(children), around)
  if (!foreign) return
  properties.dir = foreign
  // The layout's cell sets the alignment, since not every client aligns by `dir`.
  properties.align ??= foreign === 'rtl' ? 'right' : 'left'
}

/** The direction of a list or a table of which every item or cell with letters has another one. */
function findWholeDirection(whole: Element, around: Direction): Direction | undefined {
  const parts = collectParts(whole)
  const lettered = parts.filter((part) => /\p{L}/u.test(readText([part])))
  const directions = lettered.map((part) => findForeignDirection(readText([part]), around))
  const [first] = directions
  return first && directions.every((direction) => direction === first) ? first : undefined
}

function collectParts({ children }: Element): Element[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return []
    return ['li', 'td', 'th'].includes(child.tagName) ? [child] : collectParts(child)
  })
}

/** Style sheets place bullets and columns by the class, as in an issue of this direction. */
function wrapWhole(whole: Element, dir: Direction): Element {
  const align = dir === 'rtl' ? 'right' : 'left'
  applyToChildren(whole, dir)
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: [dir], dir, align },
    children: [whole],
    ...(whole.position && { position: whole.position }),
  }
}

/** Isolates each run of text among the children that is in the other direction. */
function isolateText(parent: Element, around: Direction): void {
  const result: ElementContent[] = []
  let run: ElementContent[] = []
  const endRun = () => {
    const dir = findForeignDirection(readText(run), around)
    if (dir) result.push({ type: 'element', tagName: 'span', properties: { dir }, children: run })
    else result.push(...run)
    run = []
  }
  for (const child of parent.children) {
    if (!isBlock(child)) {
      run.push(child)
      continue
    }
    endRun()
    result.push(child)
  }
  endRun()
  parent.children = result
}

function isBlock(node: RootContent): boolean {
  return node.type === 'element' && (blocks.has(node.tagName) || node.tagName.startsWith('issue-'))
}

/** The text that decides on the direction: without code, addresses, and what has a direction of its own. */
function readText(nodes: Parents['children']): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value.replace(/\S+/g, removeAddress)
      if (node.type !== 'element' || neutral.has(node.tagName) || node.properties.dir) return ''
      return readText(node.children)
    })
    .join('')
}

/** Replaces an address within a word, or the word if it is a mail address. */
function removeAddress(word: string): string {
  const at = word.indexOf('@', 1)
  const isMail = at !== -1 && word.lastIndexOf('.', word.length - 2) >= at + 2
  return isMail ? ' ' : word.replace(/(?:https?:\/\/|www\.)\S+/, ' ')
}

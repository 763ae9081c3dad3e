import type { Html, Nodes, Parents, Root } from 'mdast'
import type { VFile } from 'vfile'
import { walkTree } from '../hast/walk-tree.ts'
import { foreignElements, htmlElements, inlineElements, optionalEnds, voidElements } from './html-elements.ts'
import { findTags, isFlow, type Tag, writeTags } from './html-tags.ts'
import { createTagReporter, type TagReporter } from './report-tags.ts'

/** The elements among siblings while their tags are read in order. */
interface Siblings {
  parent: Parents
  open: Tag[]
  /** Elements that were ended early, by the end of the element around them. */
  early: Tag[]
  reporter: TagReporter
}

/**
 * Ends each element in raw HTML that is left open, at the end of its paragraph, block or label, and mends elements that
 * overlap. A start tag and its end tag are siblings in the tree, such as a `<div>`, Markdown, and `</div>`.
 * @param tree the Markdown's tree, changed in place
 * @param source the text that the tree's offsets refer to
 * @param file the issue, on which mistakes are reported at their tags
 */
export function balanceHtml(tree: Root, source: string, file: VFile): void {
  const reporter = createTagReporter(source, file)
  walkTree<Nodes>(tree, (node) => {
    if ('children' in node && node.children.some(({ type }) => type === 'html'))
      balanceSiblings(node, reporter)
  })
}

function balanceSiblings(parent: Parents, reporter: TagReporter): void {
  const tags = findTags(parent)
  const siblings: Siblings = { parent, open: [], early: [], reporter }
  for (const tag of tags) {
    if (!htmlElements.has(tag.name) || voidElements.has(tag.name)) continue
    if (tag.kind === 'start') openElement(tag, siblings)
    else endElement(tag, siblings)
  }
  const left = siblings.open.filter(({ name }) => !optionalEnds.has(name))
  const trailing = endLeftOpen(left, siblings)
  for (const tag of siblings.early) reporter.reportOpen(tag)
  writeTags(tags)
  if (trailing === '') return
  const point = parent.position?.end
  const html: Html = {
    type: 'html',
    value: trailing,
    ...(point && { position: { start: point, end: point } }),
  }
  ;(parent.children as Nodes[]).push(html)
}

function openElement(tag: Tag, { open, reporter }: Siblings): void {
  const { name, text } = tag
  const outer = name === 'a' ? open.findLastIndex((other) => other.name === 'a') : -1
  const link = open[outer]
  if (link) {
    // Links cannot be nested: the first one ends here. Without an address, this one was meant to end it.
    const isEnd = isBare(tag)
    reporter.reportOpen(link, isEnd ? tag : undefined)
    open.splice(outer, 1)
    tag.written = isEnd ? '</a>' : `</a>${text}`
    if (isEnd) return
  }
  if (!text.endsWith('/>') || foreignElements.has(name)) {
    open.push(tag)
  } else if (!optionalEnds.has(name)) {
    reporter.reportSlash(tag)
    tag.written += `</${name}>`
  }
}

function endElement(tag: Tag, { open, early, reporter }: Siblings): void {
  const index = open.findLastIndex(({ name }) => name === tag.name)
  if (index === -1) {
    const overlapping = early.findIndex(({ name }) => name === tag.name)
    const [start] = overlapping === -1 ? [] : early.splice(overlapping, 1)
    if (start) reporter.reportOverlap(start)
    else reporter.reportStray(tag)
    // No element has this name, so that parsers ignore its end tag. Its length is the same.
    tag.written = tag.text.replace(/[^<>/\n]/g, 'x')
    return
  }
  const inner = open.splice(index).slice(1)
  const ended = inner.filter(({ name }) => !optionalEnds.has(name))
  for (const other of ended) tag.written = `</${other.name}>${tag.written}`
  early.push(...ended)
}

/** Reports the elements that are open at the end of their siblings. @returns the end tags to write there */
function endLeftOpen(left: Tag[], { parent, reporter }: Siblings): string {
  let trailing = ''
  for (let index = 0; index < left.length; index += 1) {
    const tag = left[index] as Tag
    const next = left[index + 1]
    const isEnd = next?.name === tag.name && isBare(next) && inlineElements.has(tag.name)
    reporter.reportOpen(tag, isEnd ? next : undefined)
    const end = `</${tag.name}>`
    if (isEnd) {
      next.written = end
      index += 1
    } else if (isFlow(parent) && inlineElements.has(tag.name)) tag.trailing = end + (tag.trailing ?? '')
    else trailing = end + trailing
  }
  return trailing
}

/** True for a tag without attributes. */
function isBare({ text }: Tag): boolean {
  return !/[\s/=]/.test(text.slice(1))
}

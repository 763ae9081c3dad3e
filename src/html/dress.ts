import GithubSlugger from 'github-slugger'
import type { Element, ElementContent, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { type LinkBase, resolveLink } from '../addresses/resolve-link.ts'
import type { Shelf } from '../addresses/shelf.ts'
import type { Shield } from '../merge-tags/shield.ts'
import { complain } from '../messages/complain.ts'

export interface DressContext {
  file: VFile
  /** The text that the tree's offsets count in. */
  source: string
  links: LinkBase
  shelf: Shelf
  shield: Shield
}

/** Makes mail of web HTML: what a mail client needs and the Markdown's HTML lacks, or has too much of. */
export function dress(tree: Root, context: DressContext): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'a') finishRawLink(node, context)
    if (node.tagName === 'img') finishRawImage(node, context)
    if (node.tagName === 'input' && parent && index !== undefined) {
      parent.children[index] = checkbox(node)
      return SKIP
    }
    if (node.tagName === 'li' || node.tagName === 'ul') dressTask(node)
    if (node.tagName === 'th' && !node.properties.scope) node.properties.scope = 'col'
    if (node.tagName === 'section' && 'dataFootnotes' in node.properties) dressFootnotes(node)
    return undefined
  })
  nameTargets(tree)
}

/** True for an element that stands in the source as raw HTML; what Markdown made has its address already. */
function isRaw(node: Element, source: string): boolean {
  const offset = node.position?.start.offset
  return offset !== undefined && /^<(?:a|img)[\s/>]/i.test(source.slice(offset, offset + 5))
}

function finishRawLink(node: Element, context: DressContext): void {
  const { href } = node.properties
  if (typeof href !== 'string' || !isRaw(node, context.source)) return
  const resolved = resolveLink(href, context.links)
  if ('url' in resolved) node.properties.href = resolved.url
  else {
    const place = node.position
    complain(context.file, context.shield.restore(resolved.reason), {
      ruleId: 'link-address',
      place,
      note: resolved.note,
    })
    if (/^\s*(?:javascript|vbscript|data):/i.test(href)) delete node.properties.href
  }
}

function finishRawImage(node: Element, context: DressContext): void {
  const { src } = node.properties
  if (typeof src !== 'string' || !isRaw(node, context.source)) return
  const taken = context.shelf.take(src, 'issue')
  if ('reason' in taken) {
    complain(context.file, taken.reason, { ruleId: 'image-file', place: node.position, note: taken.note })
    return
  }
  node.properties.src = taken.picture.src
  if (taken.picture.width === null || node.properties.width) return
  node.properties.width = taken.picture.width
  if (taken.picture.height !== null) node.properties.height = taken.picture.height
}

/** Forms do not work in mail: a task's box is a character. */
function checkbox(node: Element): ElementContent {
  return { type: 'text', value: node.properties.checked ? '☑' : '☐' }
}

function dressTask(node: Element): void {
  const classes = node.properties.className
  if (!Array.isArray(classes)) return
  node.properties.className = classes.map((name) =>
    name === 'contains-task-list' ? 'tasks' : name === 'task-list-item' ? 'task' : name,
  )
}

/** The notes without their heading and without the arrows back, which lead nowhere in most mail clients. */
function dressFootnotes(node: Element): void {
  node.tagName = 'div'
  node.properties = { className: ['footnotes'] }
  node.children = node.children.filter((child) => child.type !== 'element' || child.tagName === 'ol')
  visit(node, 'element', (child, index, parent) => {
    if (
      child.tagName !== 'a' ||
      !('dataFootnoteBackref' in child.properties) ||
      !parent ||
      index === undefined
    )
      return
    const before = parent.children[index - 1]
    if (before?.type === 'text') before.value = before.value.trimEnd()
    parent.children.splice(index, 1)
    return index
  })
}

/** Ids for the headings that the issue itself links to, and for no others: every byte counts in mail. */
function nameTargets(tree: Root): void {
  const wanted = new Set<string>()
  const ids = new Set<string>()
  visit(tree, 'element', (node) => {
    const { href, id } = node.properties
    if (typeof href === 'string' && href.startsWith('#')) wanted.add(decodeURIComponent(href.slice(1)))
    if (typeof id === 'string') ids.add(id)
  })
  const slugger = new GithubSlugger()
  visit(tree, 'element', (node) => {
    if (/^h[1-6]$/.test(node.tagName)) {
      const slug = slugger.slug(toText(node))
      if (!node.properties.id && wanted.has(slug) && !ids.has(slug)) node.properties.id = slug
    }
    dressReference(node, wanted)
  })
}

/** A footnote's mark needs neither the hints for scripts nor an id that nothing leads to. */
function dressReference(node: Element, wanted: Set<string>): void {
  if (node.tagName !== 'a' || !('dataFootnoteRef' in node.properties)) return
  const { href, id } = node.properties
  node.properties = { href, ...(typeof id === 'string' && wanted.has(id) && { id }) }
}

import GithubSlugger from 'github-slugger'
import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { ImageStore } from '../images/image-store.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import type { Matter } from '../types.ts'
import { decodePath } from '../urls/decode-path.ts'
import { type LinkBase, resolveLink } from '../urls/resolve-link.ts'

export interface EmailRulesContext {
  file: VFile
  /** The text that the tree's offsets count in. */
  source: string
  links: LinkBase
  imageStore: ImageStore
  tags: TagStore
  matter: Matter
  /** Adds the config's campaign parameters to an address, where they may be added. */
  tagLink: (url: string) => string
}

/** Makes mail of web HTML: what a mail client needs and the Markdown's HTML lacks, or has too much of. */
export function applyEmailRules(tree: Root, context: EmailRulesContext): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'a') finishRawLink(node, context)
    if (node.tagName === 'a' && context.matter.dir === 'rtl') keepLeftToRight(node)
    if (node.tagName === 'img') finishRawImage(node, context)
    if (node.tagName === 'th') dressHead(node)
    if (leftToRight.has(node.tagName) && context.matter.dir === 'rtl') node.properties.dir ??= 'ltr'
    if (node.tagName === 'table' && !node.properties.role) dressTable(node)
    if (node.tagName === 'hr' && parent && index !== undefined) parent.children[index] = ornament()
  })
  nameTargets(tree)
}

/** What Markdown made has its address, or its complaint, already. */
function finishRawLink(node: Element, context: EmailRulesContext): void {
  const { href } = node.properties
  if (typeof href !== 'string') return
  const resolved = resolveLink(context.tags.decodeAddress(href.replace(/[\t\r\n]/g, '')), context.links)
  if ('url' in resolved) node.properties.href = context.tagLink(resolved.url)
  else {
    complainOnce(context, resolved.reason, 'link-address', node, resolved.note)
    if (/^[a-z][a-z0-9+.-]*:/i.test(href.replace(/\s/g, ''))) delete node.properties.href
  }
}

function complainOnce(
  context: EmailRulesContext,
  reason: string,
  ruleId: string,
  node: Element,
  note: string,
): void {
  const known = context.file.messages.some(
    (message) => message.ruleId === ruleId && message.reason === reason,
  )
  if (!known) report(context.file, reason, { ruleId, place: node.position, note })
}

function finishRawImage(node: Element, context: EmailRulesContext): void {
  const { src } = node.properties
  if (typeof src !== 'string' || context.imageStore.has(src)) return
  const taken = context.imageStore.take(context.tags.decodeAddress(src), 'issue')
  if ('reason' in taken) {
    complainOnce(context, taken.reason, 'image-file', node, taken.note)
    return
  }
  node.properties.src = taken.picture.src
  if (taken.picture.width === null || node.properties.width) return
  node.properties.width = taken.picture.width
  if (taken.picture.height !== null) node.properties.height = taken.picture.height
}

/** Code reads from left to right in every script; by an attribute, since Nextcloud Mail takes `direction` away. */
const leftToRight = new Set(['pre', 'code', 'kbd', 'samp'])

/** Pages of webmail set `text-align` on heads (Bootstrap in Roundcube), which beats the attribute. */
function dressHead({ properties }: Element): void {
  properties.scope ??= 'col'
  if (properties.align !== 'right' && properties.align !== 'center') return
  properties.style = [`text-align:${properties.align}`, properties.style].filter(Boolean).join(';')
  delete properties.align
}

/** An address reads from left to right in every script. Not by `dir` on the link: classic Outlook misreads it there. */
function keepLeftToRight(link: Element): void {
  if (!/^(?:https?:\/\/|www\.)\S+$/.test(toText(link).trim())) return
  link.children = [{ type: 'element', tagName: 'span', properties: { dir: 'ltr' }, children: link.children }]
}

/** A divider is an ornament: the grey line that clients draw cannot be styled everywhere. */
function ornament(): Element {
  return {
    type: 'element',
    tagName: 'p',
    properties: { className: ['ornament', 'soft'], role: 'separator' },
    children: [{ type: 'text', value: '* * *' }],
  }
}

/** The average width of a letter and the room that a cell's edges take, in pixels, of text in the column's size. */
const letterWidth = 8
const cellEdges = 12
/** What a telephone of 320 px leaves of its width for a table. */
const narrowest = 280

/** A longer word may be broken; it then asks for about so much room as a cell's other words. */
const longWord = 14
const roomForLong = 8

/** A table of data. Where short words fit side by side on a phone, only the long ones may be broken. */
function dressTable(table: Element): void {
  const longest: number[] = []
  visit(table, { tagName: 'tr' }, (row) => {
    const cells = (row as Element).children.filter((child) => child.type === 'element')
    for (const [column, cell] of cells.entries()) {
      const lengths = toText(cell)
        .split(/[\s-]+/)
        .map((word) => word.length)
      const isLong = lengths.some((length) => length > longWord)
      if (isLong) cell.properties.className = ['long']
      const kept = lengths.map((length) => (length > longWord ? roomForLong : length))
      longest[column] = Math.max(longest[column] ?? 0, ...kept)
    }
  })
  const width = longest.reduce((sum, letters) => sum + letters * letterWidth + cellEdges, 0)
  const { className, ...others } = table.properties
  const own = Array.isArray(className) ? className : []
  table.properties = {
    className: [...own, 'data', ...(width <= narrowest ? ['fits'] : [])],
    cellPadding: '6',
    cellSpacing: '0',
    ...others,
  }
}

/** Ids for the headings that the issue itself links to, and for no others: every byte counts in mail. */
function nameTargets(tree: Root): void {
  const wanted = new Set<string>()
  const ids = new Set<string>()
  visit(tree, 'element', (node) => {
    const { href, id } = node.properties
    if (typeof href === 'string' && href.startsWith('#')) wanted.add(decodePath(href.slice(1)))
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

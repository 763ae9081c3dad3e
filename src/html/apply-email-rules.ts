import GithubSlugger from 'github-slugger'
import type { Element, Nodes, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { findIncludedFile } from '../diagnostics/included-files.ts'
import { report } from '../diagnostics/report.ts'
import { walkTree } from '../hast/walk-tree.ts'
import type { ImageStore } from '../images/image-store.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import type { Matter } from '../types.ts'
import { decodePath } from '../urls/decode-path.ts'
import { type LinkBase, resolveLink } from '../urls/resolve-link.ts'
import { addClass } from './add-class.ts'

export interface EmailRulesContext {
  file: VFile
  /** The text in which the tree's offsets count. */
  source: string
  links: LinkBase
  imageStore: ImageStore
  /** Where the Markdown links begin whose address is reported already, as offsets. */
  reportedLinks: ReadonlySet<number>
  tags: TagStore
  matter: Matter
  /** Adds the campaign parameters of the config to an address that may have them. */
  tagLink: (url: string) => string
}

/** Adapts web HTML to mail clients, in place: adds what they need, and removes what has no use in mail. */
export function applyEmailRules(tree: Root, context: EmailRulesContext): void {
  const isRightToLeft = context.matter.dir === 'rtl'
  walkTree<Nodes>(tree, (node, parent, index) => {
    if (node.type !== 'element') return
    if (node.tagName === 'a') resolveRawLink(node, context)
    if (node.tagName === 'a' && isRightToLeft) isolateAddress(node)
    if (node.tagName === 'img') resolveRawImage(node, context)
    if (node.tagName === 'th') alignHeaderCell(node)
    if (node.tagName === 'blockquote') addClass(node, 'line')
    if (leftToRight.has(node.tagName) && isRightToLeft) node.properties.dir ??= 'ltr'
    if (node.tagName === 'hr' && parent && 'children' in parent) parent.children[index] = createDivider()
  })
  addHeadingIds(tree)
}

/** Links of Markdown are resolved already; an address that cannot be resolved is reported once. */
function resolveRawLink(node: Element, context: EmailRulesContext): void {
  const { href } = node.properties
  if (typeof href !== 'string') return
  const included = findIncludedFile(context.file, node.position?.start.offset)
  const links = included ? { ...context.links, issuePath: included.path } : context.links
  const resolved = resolveLink(context.tags.decodeAddress(href.replace(/[\t\r\n]/g, '')), links)
  if ('url' in resolved) node.properties.href = context.tagLink(resolved.url)
  else {
    if (!context.reportedLinks.has(node.position?.start.offset ?? -1))
      report(context.file, resolved.reason, {
        ruleId: 'link-address',
        place: node.position,
        note: resolved.note,
      })
    if (/^[a-z][a-z0-9+.-]*:/i.test(href.replace(/[\s\p{Cc}]/gu, ''))) delete node.properties.href
  }
}

/** Images of Markdown are in the image store already. */
function resolveRawImage(node: Element, context: EmailRulesContext): void {
  const { src } = node.properties
  if (typeof src !== 'string' || context.imageStore.has(src)) return
  const included = findIncludedFile(context.file, node.position?.start.offset)
  const from = included ? { file: included.path } : 'issue'
  const resolved = context.imageStore.resolve(context.tags.decodeAddress(src), from)
  if ('reason' in resolved) {
    report(context.file, resolved.reason, {
      ruleId: 'image-file',
      place: node.position,
      note: resolved.note,
    })
    return
  }
  const { picture } = resolved
  node.properties.src = picture.src
  if (picture.width === null || node.properties.width) return
  node.properties.width = picture.width
  if (picture.height !== null) node.properties.height = picture.height
}

/** Code is read from left to right in every script. By attribute, since Nextcloud Mail removes `direction`. */
const leftToRight = new Set(['pre', 'code', 'kbd', 'samp'])

/**
 * Aligns a header cell by CSS. The style sheets of some webmails set `text-align` for header cells (Bootstrap in
 * Roundcube), which overrides the attribute.
 */
function alignHeaderCell({ properties }: Element): void {
  properties.scope ??= 'col'
  if (properties.align !== 'right' && properties.align !== 'center') return
  properties.style = [`text-align:${properties.align}`, properties.style].filter(Boolean).join(';')
  delete properties.align
}

/**
 * An address as a link's text is read from left to right in every script. The `dir` is on a `<span>`, since classic
 * Outlook misinterprets it on a link.
 */
function isolateAddress(link: Element): void {
  if (!/^(?:https?:\/\/|www\.)\S+$/.test(toText(link).trim())) return
  link.children = [{ type: 'element', tagName: 'span', properties: { dir: 'ltr' }, children: link.children }]
}

/** Replaces `<hr>`, which cannot be styled in every mail client. */
function createDivider(): Element {
  return {
    type: 'element',
    tagName: 'p',
    properties: { className: ['ornament', 'soft'], role: 'separator' },
    children: [{ type: 'text', value: '* * *' }],
  }
}

/** Adds ids to the headings that the issue itself links to, and to no others, to save bytes. */
function addHeadingIds(tree: Root): void {
  const linked = new Set<string>()
  const ids = new Set<string>()
  walkTree<Nodes>(tree, (node) => {
    if (node.type !== 'element') return
    const { href, id } = node.properties
    if (typeof href === 'string' && href.startsWith('#')) linked.add(decodePath(href.slice(1)))
    if (typeof id === 'string') ids.add(id)
  })
  const slugger = new GithubSlugger()
  walkTree<Nodes>(tree, (node) => {
    if (node.type !== 'element') return
    if (/^h[1-6]$/.test(node.tagName)) {
      const slug = slugger.slug(toText(node))
      if (!node.properties.id && linked.has(slug) && !ids.has(slug)) node.properties.id = slug
    }
    reduceFootnoteReference(node, linked)
  })
}

/** Removes from a footnote reference the attributes for scripts, and an id that nothing links to. */
function reduceFootnoteReference(node: Element, linked: Set<string>): void {
  if (node.tagName !== 'a' || !('dataFootnoteRef' in node.properties)) return
  const { href, id } = node.properties
  node.properties = { href, ...(typeof id === 'string' && linked.has(id) && { id }) }
}

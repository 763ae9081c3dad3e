import type { Html, Nodes, Parents, Root } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { literalTagStart } from '../private-use.ts'
import { straightenAttributes } from './html-attributes.ts'
import { rawTextElements } from './html-elements.ts'
import { createHtmlPlace, resolveHtmlOffset } from './html-places.ts'
import { findTags, isFlow } from './html-tags.ts'
import type { MarkdownParser } from './markdown-parser.ts'
import { type HtmlPart, scanHtml } from './scan-html.ts'
import { isUnknownElement, validateSpelling } from './unknown-elements.ts'

/** How often a text is parsed again at most. Each time, everything that hides the rest of its block is found. */
const MAX_PASSES = 20

/**
 * Parses Markdown in which comments, elements such as `<script>`, and tags may lack their end. By CommonMark ("HTML
 * blocks") and HTML they extend to the end of the issue: each is reported at its line and parsed as text, so that the
 * rest is parsed as what it is. So is the tag of an unknown element that would begin a block of HTML.
 * @param source the Markdown; the tree's offsets refer to it
 * @param file the issue, on which mistakes are reported
 */
export function parseWithHtml(source: string, parse: MarkdownParser, file: VFile): Root {
  let tree = parse(source)
  let text = straightenAttributes(tree, source, file)
  if (text !== source) tree = parse(text)
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const openings = findEndless(tree, text, file)
    if (openings.length === 0) break
    for (const { part, offset } of openings) {
      if (!part.isEnded || !isUnknownElement(part)) reportEndless(part, offset, file)
      text = text.slice(0, offset) + literalTagStart + text.slice(offset + 1)
    }
    tree = parse(text)
  }
  validateComments(tree, text, file)
  if (text !== source) restoreText(tree)
  return tree
}

interface Opening {
  part: HtmlPart
  /** Its offset in the source. */
  offset: number
}

interface ChildPart {
  part: HtmlPart
  html: Html
}

function findEndless(tree: Root, source: string, file: VFile): Opening[] {
  const found: Opening[] = []
  walkTree<Nodes>(tree, (node) => {
    if (!('children' in node)) return
    const opening = findEndlessChild(node)
    const unknown = findUnknownBlocks(node, opening?.html)
    if (unknown.length > 0) validateSpelling(findTags(node).filter(isUnknownElement), source, file)
    for (const { part, html } of [...unknown, ...(opening ? [opening] : [])])
      found.push({ part, offset: resolveHtmlOffset(html, part.offset, source) })
  })
  return found
}

/** The tags that begin a block of HTML although there is no such element: the block is a paragraph. */
function findUnknownBlocks(parent: Parents, last: Html | undefined): ChildPart[] {
  if (!isFlow(parent)) return []
  const found: ChildPart[] = []
  for (const html of parent.children) {
    if (html === last) break
    const [part] = html.type === 'html' ? scanHtml(html.value) : []
    if (html.type === 'html' && part?.offset === 0 && part.isEnded && isUnknownElement(part))
      found.push({ part, html })
  }
  return found
}

/** The first part among the HTML of siblings that has no end and hides all that follows. */
function findEndlessChild({ children }: Parents): ChildPart | undefined {
  let open: ChildPart | undefined
  for (const html of children) {
    if (html.type !== 'html') continue
    for (const part of scanHtml(html.value)) {
      if (open) {
        if (part.kind === 'end' && part.name === open.part.name) open = undefined
      } else if (!part.isEnded) return { part, html }
      else if (part.kind === 'start' && (rawTextElements.has(part.name) || part.name === 'pre'))
        open = { part, html }
    }
  }
  return open
}

function reportEndless({ kind, name, end, text, isEnded }: HtmlPart, offset: number, file: VFile): void {
  const isTag = kind !== 'declaration' && !isEnded
  const opener = kind === 'declaration' ? name : `<${kind === 'end' ? '/' : ''}${name}`
  const missing = kind === 'declaration' || isTag ? end : `</${name}>`
  const written = kind === 'declaration' || isTag ? opener : `${opener}>`
  report(file, `Missing \`${missing}\` after \`${written}\``, {
    ruleId: 'html-unclosed',
    place: createHtmlPlace(offset, text.length, file),
    note: `Without it all that follows would be ${describeLoss(kind, name, isTag)}. Put \`${missing}\` where it ends. If it was meant as text, write \`\\${written}\`.`,
  })
}

function describeLoss(kind: HtmlPart['kind'], name: string, isTag: boolean): string {
  if (name === '<!--') return 'part of the comment, which readers do not see'
  if (name === 'pre') return 'shown as it was typed, without any Markdown'
  if (kind === 'declaration' || isTag) return 'part of it, so that readers would not see it'
  return 'inside it, so that readers would not see it'
}

/** Within a line, a comment without an end is text. */
function validateComments(tree: Root, source: string, file: VFile): void {
  walkTree<Nodes>(tree, ({ type, position }) => {
    const start = position?.start.offset
    if (type !== 'text' || start === undefined) return
    for (const { index } of source.slice(start, position?.end.offset).matchAll(/(?<!\\)<!--/g))
      report(file, 'Missing `-->` after `<!--`', {
        ruleId: 'html-unclosed',
        place: createHtmlPlace(start + index, 4, file),
        note: 'Without it, or with a blank line before it, the comment is no comment: readers would see it. Put `-->` where it ends. If it was meant as text, write `\\<!--`.',
      })
  })
}

/** Restores the `<` of what is text now. In HTML it stays replaced until that is parsed. */
function restoreText(tree: Root): void {
  const restore = (text: string) => text.replaceAll(literalTagStart, '<')
  walkTree<Nodes>(tree, (node) => {
    if ('value' in node && node.type !== 'html') node.value = restore(node.value)
    if ('url' in node) node.url = restore(node.url)
    if ('alt' in node && node.alt) node.alt = restore(node.alt)
    if ('title' in node && node.title) node.title = restore(node.title)
  })
}

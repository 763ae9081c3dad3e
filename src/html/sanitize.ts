import type { Comment, Element, Nodes, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { sanitize as sanitizeTree } from 'hast-util-sanitize'
import { find, html as htmlSpace } from 'property-information'
import type { Point } from 'unist'
import { SKIP, visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { boxElements } from '../mail-clients/box-elements.ts'
import { voidElements } from '../parse/html-elements.ts'
import { type ReplacedElement, replaceEmbedded } from '../parse/replace-embedded.ts'
import { isToken, literalTagStart } from '../private-use.ts'
import { blockElement, emailSchema, silent, slotElement } from './schema.ts'

/**
 * Parses the raw HTML in Markdown and removes what an email must not contain (see `emailSchema`). Each removal is
 * reported at its line. A tree without raw HTML is returned as it is.
 * @param tree the HTML of the Markdown, its raw parts not yet parsed
 * @param source the text in which the tree's offsets count
 * @param file the issue, on which removals are reported
 */
export function sanitize(tree: Root, source: string, file: VFile): Root {
  if (!hasRaw(tree)) return tree
  const before = parseRaw(tree, source)
  prepare(before, source, file)
  for (const replaced of replaceEmbedded(before)) reportReplaced(replaced, file)
  const after = sanitizeTree(before, emailSchema) as Root
  reportRemoved(before, after, file)
  return after
}

/** Parses within an element: a fragment that begins with `<tr>` would be parsed as if it were within a table. */
function parseRaw(tree: Root, source: string): Root {
  const around: Element = {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: tree.children as Element['children'],
  }
  const parsed = raw({ type: 'root', children: [around] }, { file: new VFile(source) }) as Root
  visit(parsed, 'element', correctPlace)
  const [first, ...others] = parsed.children
  return { ...parsed, children: first?.type === 'element' ? [...first.children, ...others] : parsed.children }
}

/**
 * Corrects the place of an element that the parser has moved or opened again: it may end before it starts. One that the
 * Markdown has generated, and whose end an HTML tag implies, has no start and thus no place.
 */
function correctPlace(element: Element): void {
  const { position, tagName } = element
  if (position?.start === undefined) delete element.position
  else if (position.end === undefined || isBefore(position.end, position.start)) {
    const { line, column, offset = 0 } = position.start
    const length = tagName.length + 1
    position.end = { line, column: column + length, offset: offset + length }
  }
}

function isBefore(one: Point, other: Point): boolean {
  return (one.offset ?? 0) < (other.offset ?? 0)
}

/**
 * Prepares the tree for the sanitizer, in place: removes comments except those that represent a merge tag, renames block
 * elements that an author has written, replaces `<section>` and the like by `<div>`, and restores the `<` of text.
 */
function prepare(tree: Root, source: string, file: VFile): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'text') node.value = node.value.replaceAll(literalTagStart, '<')
    if (node.type === 'comment' && parent && index !== undefined && !isToken(node.value)) {
      reportConditional(node, file)
      parent.children.splice(index, 1)
      return index
    }
    if (node.type !== 'element') return undefined
    const offset = node.position?.start.offset
    const isGenerated = node.tagName === blockElement || node.tagName === slotElement
    if (isGenerated && offset !== undefined && source[offset] === '<') node.tagName = `x-${node.tagName}`
    if (boxElements.has(node.tagName)) node.tagName = 'div'
    return undefined
  })
}

function hasRaw(tree: Root): boolean {
  let found = false
  walkTree<Nodes>(tree, ({ type }) => {
    found ||= type === 'raw'
  })
  return found
}

/** Reports what the sanitizer has removed, by comparing the trees before and after: elements are matched by place. */
function reportRemoved(before: Root, after: Root, file: VFile): void {
  const remaining = new Map<string, Element>()
  visit(after, 'element', (node) => void remaining.set(keyOf(node), node))
  visit(before, 'element', (node) => {
    if (node.tagName === 'source') reportAlternative(node, file)
    if (!node.position || node.tagName === 'picture' || node.tagName === 'source') return undefined
    const same = remaining.get(keyOf(node))
    if (!same) {
      reportElement(node, file)
      // What was removed with its parent is not reported again.
      return emailSchema.strip?.includes(node.tagName) ? SKIP : undefined
    }
    for (const name of Object.keys(node.properties)) {
      if (!(name in same.properties) && !silent.has(name)) reportAttribute(node, name, file)
    }
    return undefined
  })
}

function keyOf(node: Element): string {
  return `${node.tagName} ${node.position?.start.offset}`
}

function reportElement(node: Element, file: VFile): void {
  report(file, `Unexpected HTML element \`<${node.tagName}>\`, expected one that mail clients show`, {
    ruleId: 'html-element',
    place: startTag(node),
    note: formatRemoval(node),
    severity: 'warning',
  })
}

function formatRemoval(node: Element): string {
  if (emailSchema.strip?.includes(node.tagName))
    return 'It is left out of the email, with everything inside it.'
  const loss = formatLoss(node)
  const effect = voidElements.has(node.tagName)
    ? loss && `, and ${loss}`
    : `; the text inside it stays${loss && `, but ${loss}`}`
  return `It is left out of the email${effect}. If it was meant as text, write \`\\<${node.tagName}>\`.`
}

function reportReplaced({ element, note }: ReplacedElement, file: VFile): void {
  report(file, `Unexpected HTML element \`<${element.tagName}>\`, expected one that mail clients show`, {
    ruleId: 'html-element',
    place: startTag(element),
    note: `${note} If it was meant as text, write \`\\<${element.tagName}>\`.`,
    severity: 'warning',
  })
}

/** Reports a picture's alternative for dark mode and the like. One of another format alone has the same content. */
function reportAlternative(source: Element, file: VFile): void {
  if (!source.position || source.properties.media === undefined) return
  report(file, 'Unexpected `<source>` with `media`, expected the `<img>` alone', {
    ruleId: 'html-element',
    place: startTag(source),
    note: 'It is left out of the email: readers see the `<img>` in every case.',
    severity: 'warning',
  })
}

/** A note on the address and the words in attributes of a removed element; empty when there are none. */
function formatLoss({ properties }: Element): string {
  const address = properties.href ?? properties.src ?? properties.action
  const words = properties.value ?? properties.placeholder ?? properties.label
  const lost = [
    ...(typeof address === 'string' ? [`its address \`${address}\``] : []),
    ...(typeof words === 'string' && words !== '' ? [`its words \`${words}\``] : []),
  ]
  if (lost.length === 0) return ''
  return `${lost.join(' and ')} ${lost.length === 1 && address !== undefined ? 'is' : 'are'} lost`
}

function reportAttribute(node: Element, name: string, file: VFile): void {
  const attribute = find(htmlSpace, name).attribute
  report(file, `Unexpected attribute \`${attribute}\` of \`<${node.tagName}>\``, {
    ruleId: 'html-attribute',
    place: startTag(node),
    note: attribute.startsWith('on')
      ? 'It is left out of the email: mail clients run no scripts.'
      : 'It is left out of the email, where it would do nothing.',
    severity: 'warning',
  })
}

function reportConditional(node: Comment, file: VFile): void {
  if (!/^\[if\b|<!\[endif\]/i.test(node.value)) return
  report(file, 'Unexpected conditional comment in Markdown', {
    ruleId: 'html-comment',
    place: node.position,
    note: 'It is left out of the email, since nothing inside it can be checked. Write markup for classic Outlook in a template.',
    severity: 'warning',
  })
}

function startTag(node: Element): Nodes['position'] {
  const position = node.position
  if (!position) return undefined
  const start = position.start
  const length = node.tagName.length + 1
  return {
    start,
    end: {
      line: start.line,
      column: start.column + length,
      ...(start.offset !== undefined && { offset: start.offset + length }),
    },
  }
}

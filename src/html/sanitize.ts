import type { Comment, Element, Nodes, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { sanitize as sanitizeTree } from 'hast-util-sanitize'
import { find, html as htmlSpace } from 'property-information'
import { SKIP, visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { boxElements } from '../mail-clients/box-elements.ts'
import { isToken } from '../private-use.ts'
import { blockElement, emailSchema, silent, slotElement } from './schema.ts'

/**
 * Parses the raw HTML that Markdown carried and takes out what has no place in an email; each removal is a message at
 * its line. A tree without raw HTML comes back as it is.
 * @param tree HTML as the Markdown gave it, raw parts unparsed
 * @param source the text that the tree's offsets count in
 * @param file the issue, for messages
 */
export function sanitize(tree: Root, source: string, file: VFile): Root {
  if (!hasRaw(tree)) return tree
  const before = raw(tree, { file: new VFile(source) }) as Root
  prepare(before, source, file)
  const after = sanitizeTree(before, emailSchema) as Root
  reportRemoved(before, after, file)
  return after
}

/**
 * What the sanitizer cannot know: comments that stand for a merge tag stay, ours are the only block elements, and a
 * `<section>` is a box.
 */
function prepare(tree: Root, source: string, file: VFile): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'comment' && parent && index !== undefined && !isToken(node.value)) {
      reportConditional(node, file)
      parent.children.splice(index, 1)
      return index
    }
    if (node.type !== 'element') return undefined
    const offset = node.position?.start.offset
    const isOurs = node.tagName === blockElement || node.tagName === slotElement
    if (isOurs && offset !== undefined && source[offset] === '<') node.tagName = `x-${node.tagName}`
    if (boxElements.has(node.tagName)) node.tagName = 'div'
    return undefined
  })
}

function hasRaw(tree: Root): boolean {
  let found = false
  visit(tree, 'raw', () => {
    found = true
  })
  return found
}

/** What the sanitizer let through is told by place, so that this can never say other than what it did. */
function reportRemoved(before: Root, after: Root, file: VFile): void {
  const kept = new Map<string, Element>()
  visit(after, 'element', (node) => void kept.set(keyOf(node), node))
  visit(before, 'element', (node) => {
    if (!node.position || node.tagName === 'picture' || node.tagName === 'source') return undefined
    const same = kept.get(keyOf(node))
    if (!same) {
      reportElement(node, file)
      // What went with it needs no words of its own.
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
  const stripped = emailSchema.strip?.includes(node.tagName)
  report(file, `Unexpected HTML element \`<${node.tagName}>\`, expected one that mail clients show`, {
    ruleId: 'html-element',
    place: startTag(node),
    note: stripped
      ? 'It was taken out with all that it holds.'
      : `It was taken out; the text in it stayed${lostAddress(node)}. If it was meant as text, write \`\\<${node.tagName}>\`.`,
    severity: 'warning',
  })
}

function lostAddress({ properties }: Element): string {
  const address = properties.href ?? properties.src
  return typeof address === 'string' ? `, and its address \`${address}\` went with it` : ''
}

function reportAttribute(node: Element, name: string, file: VFile): void {
  const attribute = find(htmlSpace, name).attribute
  report(file, `Unexpected attribute \`${attribute}\` of \`<${node.tagName}>\``, {
    ruleId: 'html-attribute',
    place: startTag(node),
    note: attribute.startsWith('on')
      ? 'Mail clients run no code. It was taken out.'
      : 'It was taken out: it has no use in an email.',
    severity: 'warning',
  })
}

function reportConditional(node: Comment, file: VFile): void {
  if (!/^\[if\b|<!\[endif\]/i.test(node.value)) return
  report(file, 'Unexpected conditional comment in Markdown', {
    ruleId: 'html-comment',
    place: node.position,
    note: 'It was taken out: nothing could look into it. Markup for classic Outlook belongs into a template.',
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

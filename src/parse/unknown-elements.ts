import type { Nodes, Parents, Root } from 'mdast'
import type { VFile } from 'vfile'
import { isMisspelt, nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { literalTagStart } from '../private-use.ts'
import { htmlElements } from './html-elements.ts'
import { createHtmlPlace, resolveHtmlOffset } from './html-places.ts'
import { findTags, type Tag, writeTags } from './html-tags.ts'
import type { HtmlPart } from './scan-html.ts'

/**
 * True for a tag of an element that HTML does not have, such as `<T>`, which is text. Names with a hyphen or a colon are
 * custom elements, which the sanitizer removes.
 */
export function isUnknownElement({ kind, name }: HtmlPart): boolean {
  return kind !== 'declaration' && !/[-:]/.test(name) && !htmlElements.has(name)
}

/**
 * Turns the tags of unknown elements into text. Those that look like misspelt elements are reported.
 * @param tree the Markdown's tree, changed in place
 * @param source the text that the tree's offsets refer to
 */
export function convertUnknownElements(tree: Root, source: string, file: VFile): void {
  walkTree<Nodes>(tree, (node) => {
    if (!('children' in node) || !node.children.some(({ type }) => type === 'html')) return
    const tags = findTags(node)
    const unknown = tags.filter(isUnknownElement)
    validateSpelling(unknown, source, file)
    for (const tag of unknown) tag.written = tag.text.replaceAll('<', literalTagStart)
    writeTags(unknown)
    convertNodes(node, unknown)
  })
}

/** Within a line, each tag is a node of its own. */
function convertNodes({ children }: Parents, tags: Tag[]): void {
  const whole = new Map(
    tags.filter(({ html, written }) => html.value === written).map((tag) => [tag.html, tag]),
  )
  for (const [index, node] of children.entries()) {
    const tag = node.type === 'html' ? whole.get(node) : undefined
    if (tag)
      children[index] = { type: 'text', value: tag.text, ...(node.position && { position: node.position }) }
  }
}

/**
 * Reports the start tags of unknown elements that look like misspelt elements.
 * @param unknown the tags of unknown elements among siblings
 * @param source the text that the offsets of their nodes refer to
 */
export function validateSpelling(unknown: Tag[], source: string, file: VFile): void {
  const ended = new Set(unknown.filter(({ kind }) => kind === 'end').map(({ name }) => name))
  for (const tag of unknown) if (tag.kind === 'start') validateTag(tag, ended, source, file)
}

function validateTag(tag: Tag, ended: ReadonlySet<string>, source: string, file: VFile): void {
  const { name, text, html, offset } = tag
  const written = text.slice(1, name.length + 1)
  // An end tag or an attribute shows that no text was meant.
  const isElement = text.includes('=') || ended.has(name)
  // `Vec<T>` and `Option<Color>` are text, and components have a capital letter too.
  const known = written === name ? nearest(name, htmlElements) : undefined
  const isSimilar = known !== undefined && name.length > 4 && isMisspelt(name, known)
  if (!isElement && !isSimilar) return
  report(file, `Unexpected \`<${written}>\`, expected ${known ? `\`<${known}>\`` : 'an element of HTML'}`, {
    ruleId: 'html-element',
    place: createHtmlPlace(resolveHtmlOffset(html, offset, source), name.length + 1, file),
    note: `HTML has no such element, so that readers would see \`<${written}>\` as text. If that is what you meant, write \`\\<${written}>\`.`,
    severity: 'warning',
  })
}

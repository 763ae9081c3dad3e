import type { Element, ElementContent, Nodes, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { CONTINUE, SKIP, visit } from 'unist-util-visit'
import { walkTree } from '../../hast/walk-tree.ts'
import type { TagStore } from '../../merge-tags/tag-store.ts'
import { isUnsafeAddress, unsafeStyle } from '../../merge-tags/unsafe-values.ts'
import { hasEncodedToken, hasToken, token } from '../../private-use.ts'
import { removeProviderLinks } from './remove-links.ts'
import { resolveConditions } from './resolve-conditions.ts'

/**
 * Removes all merge tags from a web page, in place: a name becomes its fallback, and a link to a tag its words, unless
 * the paragraph has nothing else.
 * @param tree the page: the author's tags are tokens, those of templates are not
 */
export function removeTags(tree: Root, tags: TagStore): void {
  const hasTags = protectTemplateTags(tree, tags)
  if (hasTags) resolveConditions(tree, tags)
  if (hasTags) removeProviderLinks(tree, tags)
  visit(tree, 'element', (node, index, parent) => {
    if (hasTags) removeFromAttributes(node, tags)
    // An image whose address only the provider knows.
    if (node.tagName === 'img' && node.properties.src === '' && parent && index !== undefined) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    return CONTINUE
  })
  if (hasTags) removeFromTexts(tree, tags)
}

/**
 * Replaces tags of templates by tokens. Samples of tags in the author's text are tokens already.
 * @returns whether the page has any tokens
 */
function protectTemplateTags(tree: Root, { protect }: TagStore): boolean {
  let hasTags = false
  const note = (text: string): string => {
    hasTags ||= hasToken(text) || hasEncodedToken(text)
    return text
  }
  walkTree<Nodes>(tree, (node, parent) => {
    const isStyle = parent?.type === 'element' && (parent.tagName === 'style' || parent.tagName === 'script')
    if (node.type === 'text') node.value = note(isStyle ? node.value : protect(node.value))
    if (node.type !== 'element') return
    for (const [name, value] of Object.entries(node.properties))
      if (typeof value === 'string') node.properties[name] = note(protect(value))
  })
  return hasTags
}

function removeFromAttributes(node: Element, tags: TagStore): void {
  for (const [name, value] of Object.entries(node.properties)) {
    if (typeof value !== 'string') continue
    const written = tags.decodeAddress(value)
    if (!hasToken(written)) continue
    const isAddress = name === 'src' || name === 'href'
    const filled = written.replace(token, (found) => resolveWords(found, tags, isAddress))
    const text = isAddress ? filled : tidySpaces(filled).replace(/^[\s,;–—-]+|[\s,;:–—-]+$/g, '')
    const isGone = (name === 'src' && text !== tags.restore(written)) || isUnsafe(name, text)
    node.properties[name] = isGone ? '' : text
  }
}

/** Whether a value, now that its tags are removed, would run or load something: `{{ x }}javascript:…`. */
function isUnsafe(name: string, value: string): boolean {
  if (name === 'style') return unsafeStyle.test(value)
  return /^(?:href|src|action|background|poster|cite)$/.test(name) && isUnsafeAddress(value)
}

/** @param isAddress for an address, in which words for readers make no sense */
function resolveWords(found: string, tags: TagStore, isAddress = false): string {
  return isAddress && typeof tags.find(found) !== 'object' ? '' : tags.restore(found, 'words')
}

const block = /^(?:p|h[1-6]|li|td|th|div|title|blockquote|figcaption|caption|dt|dd|center)$/

function removeFromTexts(tree: Root, tags: TagStore): void {
  const changed = new Set<Element>()
  const path: Element[] = []
  const walk = (node: Root | ElementContent): void => {
    if (node.type === 'text') {
      let isGone = false
      node.value = node.value.replace(token, (found) => {
        const words = resolveWords(found, tags)
        isGone ||= words === ''
        return words
      })
      if (!isGone) return
      node.value = tidySpaces(node.value)
      const holder = path.findLast(({ tagName }) => block.test(tagName))
      if (holder) changed.add(holder)
    }
    if (!('children' in node)) return
    if (node.type === 'element') path.push(node)
    for (const child of node.children) walk(child as ElementContent)
    if (node.type === 'element') path.pop()
  }
  walk(tree)
  removeEmptied(tree, changed)
  for (const holder of changed) tidyStart(holder)
}

/** "Hello {{ name }}, …" becomes "Hello, …", not "Hello , …". */
function tidySpaces(text: string): string {
  return text
    .replace(/[ \t]+(?=[,.;:!?…](?:\s|$))/g, '')
    .replace(/[,;:]*[,;](?=[.!?…])/g, '')
    .replace(/([,;:])[,;]+/g, '$1')
    .replace(/(\S)[ \t]{2,}(?=\S)/g, '$1 ')
}

/** "{{ name }}, welcome" becomes "Welcome", not ", welcome". */
function tidyStart(holder: Element): void {
  const first = holder.children[0]
  if (first?.type !== 'text') return
  first.value = first.value.replace(/^(\s*)[,;:–—-]\s*(\p{L}?)/u, (_, space: string, letter: string) => {
    return space + letter.toUpperCase()
  })
}

/** Removes paragraphs that contained nothing but tags. */
function removeEmptied(tree: Root, changed: ReadonlySet<Element>): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!/^(?:p|li|h[1-6])$/.test(node.tagName) || !changed.has(node)) return CONTINUE
    const hasPicture = node.children.some((child) => child.type === 'element' && child.tagName === 'img')
    if (toText(node).trim() !== '' || hasPicture || !parent || index === undefined) return CONTINUE
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}

import type { Element, ElementContent, Parents, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'
import type { TagStore } from '../../merge-tags/tag-store.ts'
import { token } from '../../private-use.ts'

/** Characters between links of a paragraph that contains nothing but links. */
const separators = /[\s·•|,;:.–—/&-]/g

const blockElements = /^(?:p|li|td|th|div|center|dd|h[1-6])$/

/**
 * Removes links to addresses that only a provider knows. Within a sentence their words stay; a paragraph that contains
 * nothing but such links is removed.
 */
export function removeProviderLinks(tree: Root, tags: TagStore): void {
  foldElements(tree, tags)
  const dead = new Set<Element>()
  visit(tree, 'element', (node) => {
    if (node.tagName === 'a' && isDead(node, tags)) dead.add(node)
  })
  if (dead.size === 0) return
  removeLoneLinks(tree, dead)
  unwrap(tree, dead)
}

function isDead({ properties }: Element, tags: TagStore): boolean {
  const href = tags.decodeAddress(String(properties.href ?? '')).trim()
  const [found] = href.match(token) ?? []
  if (found === undefined || !href.startsWith(found)) return false
  const meaning = tags.find(found)
  return typeof meaning === 'string' || meaning?.url === ''
}

/** Makes a link of `<unsubscribe>words</unsubscribe>`, whose tags are tokens. */
function foldElements(parent: Root | Element, tags: TagStore): void {
  for (const child of parent.children) if (child.type === 'element') foldElements(child, tags)
  const tagOf = (node: Parents['children'][number] | undefined, pattern: RegExp): string | undefined => {
    const meaning = node?.type === 'text' && node.value.replace(token, '') === '' && tags.restore(node.value)
    return meaning ? pattern.exec(meaning)?.[1] : undefined
  }
  const children = parent.children.flatMap((child) => splitAtTokens(child as ElementContent))
  const folded: ElementContent[] = []
  let start: { name: string; at: number } | undefined
  for (const child of children) {
    const opened = tagOf(child, /^<(unsubscribe|webversion|preferences)>$/)
    const closed = tagOf(child, /^<\/(unsubscribe|webversion|preferences)>$/)
    if (opened !== undefined) start = { name: opened, at: folded.length }
    else if (closed !== undefined && closed === start?.name)
      folded.push(createLink(folded.splice(start.at), child as ElementContent))
    else folded.push(child)
  }
  if (folded.length < children.length) parent.children = folded
}

function splitAtTokens(node: ElementContent): ElementContent[] {
  if (node.type !== 'text') return [node]
  const parts = node.value.split(new RegExp(`(${token.source})`))
  return parts.filter((value) => value !== '').map((value) => ({ type: 'text', value }))
}

function createLink(children: ElementContent[], end: ElementContent): Element {
  const href = end.type === 'text' ? end.value : ''
  return { type: 'element', tagName: 'a', properties: { href }, children }
}

/** Removes what contains nothing but dead links, then what is empty without it: a list of one item. */
function removeLoneLinks(tree: Root, dead: Set<Element>): void {
  const gone = new Set<Element>()
  visitParents(tree, 'element', (node, ancestors) => {
    if (!dead.has(node)) return
    const box = ancestors.findLast((each) => each.type === 'element' && blockElements.test(each.tagName))
    if (box?.type === 'element' && isOnly(box, dead)) gone.add(box)
  })
  visit(tree, 'element', (node) => {
    const cells = node.tagName === 'tr' ? node.children.filter((child) => child.type === 'element') : []
    if (cells.length > 0 && cells.every((cell) => gone.has(cell))) gone.add(node)
  })
  const drop = (parent: Root | Element): void => {
    const kept = parent.children.filter(
      (child) => child.type !== 'element' || !gone.has(child) || isCell(child),
    )
    const isEmptied = kept.length < parent.children.length
    parent.children = kept as ElementContent[]
    for (const child of parent.children) {
      if (child.type !== 'element') continue
      // A removed cell would move the other cells of its row.
      if (gone.has(child)) child.children = []
      drop(child)
    }
    const isList = parent.type === 'element' && /^[ou]l$/.test(parent.tagName)
    if (isEmptied && isList && toText(parent).trim() === '') parent.tagName = 'div'
  }
  drop(tree)
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th'
}

function isOnly(box: Element, dead: ReadonlySet<Element>): boolean {
  let rest = ''
  const read = (node: ElementContent): void => {
    if (node.type === 'text') rest += node.value
    if (node.type !== 'element' || dead.has(node)) return
    if (node.tagName === 'img') rest += 'picture'
    node.children.forEach(read)
  }
  box.children.forEach(read)
  return rest.replace(separators, '') === ''
}

function unwrap(parent: Root | Element, dead: ReadonlySet<Element>): void {
  const children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    unwrap(child, dead)
    return dead.has(child) ? child.children : [child]
  })
  parent.children = children
}

import type { Element, ElementContent } from 'hast'
import { startsWithToken } from '../private-use.ts'
import { parsePlayerAddress } from './player-address.ts'

/** The attribute with the address of what an element embeds. A video or audio can have it on a `<source>` instead. */
const addressAttributes: Readonly<Record<string, string>> = {
  audio: 'src',
  embed: 'src',
  iframe: 'src',
  object: 'data',
  video: 'src',
}

/** Words for browsers that cannot play a video; no reader of an email misses them. */
const boilerplate = /\b(?:browser|navigateur|navegador)\b/i

/** Whether an element embeds something that has an address of its own. */
export function isMedia({ tagName }: Element): boolean {
  return Object.hasOwn(addressAttributes, tagName)
}

/**
 * Finds the address of what an element embeds, as a page that readers can open.
 * @returns `undefined` without an address that works in an email, and for frames that nobody sees, such as those of trackers
 */
export function findMediaAddress(element: Element): string | undefined {
  const { tagName, properties } = element
  if (isInvisible(element)) return undefined
  const name = addressAttributes[tagName] ?? 'src'
  const sources = element.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'source',
  )
  const addresses = [properties[name], ...sources.map((source) => source.properties.src)]
  const address = addresses
    .filter((value) => typeof value === 'string')
    .map((value) => value.trim())
    .find((value) => /^(?:https?:)?\/\/./i.test(value) || startsWithToken(value))
  return address === undefined ? undefined : parsePlayerAddress(address)
}

/**
 * Creates the link that stands for a video, an audio or a frame. Its words are the poster, else the title, else the words
 * inside the element, else the address.
 */
export function createMediaLink(element: Element, address: string): ElementContent[] {
  const { title, ariaLabel, poster, width } = element.properties
  const label = [title, ariaLabel].find((value) => typeof value === 'string' && value.trim() !== '')
  const inside = element.tagName === 'iframe' ? [] : trimEnds(element.children.filter(isWords))
  const words = inside.map(extractText).join('').trim()
  const links = inside.flatMap(findLinks)
  const hasOwnWords = poster !== undefined || label !== undefined
  // Words that link to the same place already say all.
  if (!hasOwnWords && links.includes(address)) return inside
  const isPlain = words !== '' && links.length === 0
  const content = (): ElementContent[] => {
    if (typeof poster === 'string' && poster !== '') {
      const alt = String(label ?? (isPlain && !boilerplate.test(words) ? words : address))
      return [createElement('img', { src: poster, alt, ...(width !== undefined && { width }) }, [], element)]
    }
    return label === undefined && isPlain ? inside : [{ type: 'text', value: String(label ?? address) }]
  }
  const link = createElement('a', { href: address }, content(), element)
  const isUsed = !hasOwnWords && isPlain
  const isLost = isUsed || words === '' || (links.length === 0 && boilerplate.test(words))
  return isLost ? [link] : [link, { type: 'text', value: ' ' }, ...inside]
}

/** Creates an element at the place of another one. */
export function createElement(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
  { position }: Element,
): Element {
  return { type: 'element', tagName, properties, children, ...(position && { position }) }
}

/** The text of an element, without the scripts and styles in it. */
export function extractText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || /^(?:script|style|template)$/.test(node.tagName)) return ''
  return node.children.map(extractText).join('')
}

/** Removes the white space at both ends, which would be underlined in a link. */
function trimEnds(nodes: ElementContent[]): ElementContent[] {
  const isVisible = (node: ElementContent) => node.type !== 'text' || node.value.trim() !== ''
  const start = nodes.findIndex(isVisible)
  if (start === -1) return []
  const visible = nodes.slice(start, nodes.findLastIndex(isVisible) + 1)
  const [first, last] = [visible[0], visible.at(-1)]
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return visible
}

function isWords(node: ElementContent): boolean {
  return node.type !== 'element' || !/^(?:source|track|param)$/.test(node.tagName)
}

function findLinks(node: ElementContent): string[] {
  if (node.type !== 'element') return []
  const own = node.tagName === 'a' && typeof node.properties.href === 'string' ? [node.properties.href] : []
  return [...own, ...node.children.flatMap(findLinks)]
}

/** Frames of at most one pixel, or that are not displayed. */
function isInvisible({ properties: { width, height, style, hidden } }: Element): boolean {
  const isTiny = [width, height].some((size) => size !== undefined && Number(size) <= 1)
  return isTiny || hidden === true || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(style ?? ''))
}

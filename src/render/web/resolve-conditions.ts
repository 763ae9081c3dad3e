import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import type { TagLogic } from '../../merge-tags/dialect.ts'
import type { TagStore } from '../../merge-tags/tag-store.ts'
import { token } from '../../private-use.ts'

/** The siblings from a tag that begins a condition (or another part) to its end tag. */
interface Frame {
  /** The siblings before it, without those of its outer frames. */
  outer: RootContent[]
  /** Whether the current branch is shown. */
  shows: boolean
  /** Whether this or an earlier branch is shown. */
  hasShown: boolean
  /** Whether it can have branches. */
  isCondition: boolean
}

/**
 * Resolves a provider's conditions for a reader without any data, in place: what is under a condition is removed, what is
 * under its `else` stays. Of a condition that begins in one element and ends in another only the tags are removed.
 * @param parent a tree with merge tags as tokens
 */
export function resolveConditions(parent: Root | Element, tags: TagStore): void {
  for (const child of parent.children)
    if (child.type === 'element' && findLogic(child, tags) === undefined) resolveConditions(child, tags)
  const children = parent.children.flatMap((child) => splitAtLogic(child, tags))
  if (!children.some((child) => findLogic(child, tags))) return
  parent.children = resolve(children, tags) as ElementContent[]
}

/** Splits a text into its logic tags and the parts between them. */
function splitAtLogic(node: RootContent, tags: TagStore): RootContent[] {
  if (node.type !== 'text') return [node]
  const parts: RootContent[] = []
  let end = 0
  for (const { 0: found, index } of node.value.matchAll(token)) {
    if (parseLogicTag(found, tags) === undefined) continue
    if (index > end) parts.push({ type: 'text', value: node.value.slice(end, index) })
    parts.push({ type: 'text', value: found })
    end = index + found.length
  }
  if (end < node.value.length || parts.length === 0)
    parts.push({ type: 'text', value: node.value.slice(end) })
  return parts
}

function findLogic(node: RootContent, tags: TagStore): TagLogic | undefined {
  // A list item that contains only a tag counts as the tag.
  if (node.type === 'element')
    return node.tagName === 'li' ? parseLogicTag(toText(node).trim(), tags) : undefined
  return node.type === 'text' ? parseLogicTag(node.value, tags) : undefined
}

function parseLogicTag(text: string, tags: TagStore): TagLogic | undefined {
  if (text.replace(token, '') !== '' || text === '') return undefined
  const parsed = tags.parse(text)
  return parsed?.kind === 'logic' ? parsed.logic : undefined
}

function resolve(children: RootContent[], tags: TagStore): RootContent[] {
  const frames: Frame[] = []
  let current: RootContent[] = []
  for (const child of children) {
    const kind = findLogic(child, tags)
    const frame = frames.at(-1)
    if (kind === undefined) current.push(child)
    else if (begins.has(kind)) {
      const shows = kind === 'unless' || kind === 'section' || kind === 'raw'
      frames.push({ outer: current, shows, hasShown: shows, isCondition: conditions.has(kind) })
      current = []
    } else if ((kind === 'else' || kind === 'elseif') && frame?.isCondition) {
      if (frame.shows) frame.outer.push(...current)
      // Without data the condition of an `elseif` is false as well.
      frame.shows = kind === 'else' && !frame.hasShown
      frame.hasShown ||= frame.shows
      current = []
    } else if (kind === 'end' && frame) {
      frames.pop()
      current = [...frame.outer, ...(frame.shows ? current : [])]
    }
  }
  // A part without an end among its siblings stays.
  for (const { outer } of frames.reverse()) current = [...outer, ...current]
  return current
}

const conditions: ReadonlySet<TagLogic> = new Set(['if', 'unless', 'choice'])
const begins: ReadonlySet<TagLogic> = new Set([...conditions, 'section', 'raw', 'aside'])

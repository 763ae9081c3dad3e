import type { Html, Nodes, Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { memoize } from '../../hast/memoize.ts'
import { skipContent, walkTree } from '../../hast/walk-tree.ts'
import { hideMarkup } from './hide-markup.ts'
import { mapOffsets } from './map-offsets.ts'
import { createPosition, hardBreak, noProse, type Passage } from './passage.ts'

/** The part of a passage that comes from one text node. */
interface Stretch {
  start: number
  value: string
  position?: Position | undefined
  /** The offset of each of its characters in the source; filled in when it is first needed. */
  offsets?: readonly number[] | 'unknown'
}

/**
 * Extracts the running text of an issue as it was written: a passage for each paragraph, heading, table cell, label and
 * piece of raw HTML. The text of emphasis and links is part of its passage; code, pictures and bare addresses are
 * replaced by `noProse`.
 * @param context the check's context; the result is shared by all checks
 * @returns in the order of the Markdown
 */
export const extractProse = memoize(({ tree, file }: { tree: Root; file: VFile }): Passage[] => {
  const passages: Passage[] = []
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'html') passages.push(createRawPassage(node, file))
    const containsProse =
      node.type === 'paragraph' ||
      node.type === 'heading' ||
      node.type === 'tableCell' ||
      node.type === 'leafDirective'
    if (!containsProse) return undefined
    passages.push(createPassage(node, file))
    return skipContent
  })
  return passages
})

function createPassage(block: Nodes, file: VFile): Passage {
  const stretches: Stretch[] = []
  let text = ''
  let code = ''
  walkTree<Nodes>(block, (node) => {
    if (node.type === 'html') {
      const [, slash, name = ''] = /^<(\/?)(code|pre|kbd|samp|br)\b/i.exec(node.value) ?? []
      if (name.toLowerCase() === 'br') text += hardBreak
      else if (name !== '') code = slash ? '' : name
    }
    if (node.type === 'text') {
      const value = code === '' ? node.value : noProse.repeat(node.value.length)
      stretches.push({ start: text.length, value, position: node.position })
      text += value
    } else if (node.type === 'break') text += hardBreak
    else if (isNoProse(node)) {
      const { start, end } = node.position ?? {}
      if (start?.offset !== undefined && end?.offset !== undefined)
        stretches.push({
          start: text.length,
          value: noProse,
          position: node.position,
          offsets: [start.offset, end.offset],
        })
      text += noProse
      return skipContent
    }
    return undefined
  })
  const source = String(file)
  const resolveOffset = (index: number, isEnd: boolean) => {
    const within = isEnd ? index - 1 : index
    const stretch = findStretch(stretches, within)
    return stretch && mapStretchOffset(stretch, index, source)
  }
  const place = (start: number, end: number) => {
    const from = resolveOffset(start, false)
    const to = resolveOffset(end, true)
    return from === undefined || to === undefined ? block.position : createPosition(file, from, to)
  }
  return { text, place }
}

/** The last stretch that starts at an index or before it. */
function findStretch(stretches: readonly Stretch[], index: number): Stretch | undefined {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.start ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return stretches[low - 1]
}

function mapStretchOffset(stretch: Stretch, index: number, source: string): number | undefined {
  const { start, value, position } = stretch
  const from = position?.start.offset
  const to = position?.end.offset
  if (from === undefined || to === undefined || index - start > value.length) return undefined
  stretch.offsets ??= mapOffsets(value, source, from, to) ?? 'unknown'
  return stretch.offsets === 'unknown' ? undefined : stretch.offsets[index - start]
}

function isNoProse(node: Nodes): boolean {
  if (node.type === 'link')
    return toText(node) === node.url || /^(?:https?:|mailto:|www\.)/.test(toText(node))
  return ['inlineCode', 'image', 'imageReference', 'footnoteReference'].includes(node.type)
}

/** Raw HTML as a text of the same length, with `noProse` for comments, tags and code. */
function createRawPassage(node: Html, file: VFile): Passage {
  const text = hideMarkup(node.value).replace(
    /&(?:nbsp|#160|#xa0);/gi,
    (entity) => `\u00a0${'\u2060'.repeat(entity.length - 1)}`,
  )
  let offsets: readonly number[] | undefined
  const place = (start: number, end: number) => {
    const { start: from, end: to } = node.position ?? {}
    offsets ??= mapOffsets(node.value, String(file), from?.offset ?? 0, to?.offset ?? 0) ?? []
    const first = offsets[start]
    const last = offsets[end]
    return first === undefined || last === undefined ? node.position : createPosition(file, first, last)
  }
  return { text, raw: true, place }
}

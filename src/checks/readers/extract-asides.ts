import type { Nodes } from 'mdast'
import type { Position } from 'unist'
import { openingLine } from '../../blocks/opening-line.ts'
import { memoize } from '../../hast/memoize.ts'
import { walkTree } from '../../hast/walk-tree.ts'
import type { Directive } from '../../types.ts'
import type { CheckContext } from '../check.ts'
import { createPosition, type Passage } from './passage.ts'

type AsidesContext = Pick<CheckContext, 'file' | 'tree' | 'matter' | 'entry'>

/**
 * Extracts the texts that readers see besides the running text: subject, preheader and title from the front matter,
 * alternative texts and titles of pictures and links, and texts in the attributes of blocks.
 * @param context the check's context; the result is shared by all checks
 */
export const extractAsides = memoize((context: AsidesContext): Passage[] => {
  const { file, tree, matter, entry } = context
  const asides: Passage[] = []
  const add = (text: string | null | undefined, host: Position | undefined) => {
    if (!text) return
    let at: number | undefined
    const place = (start: number, end: number) => {
      const from = host?.start.offset ?? 0
      at ??= String(file).slice(from, host?.end.offset).indexOf(text)
      return at === -1 ? host : createPosition(file, from + at + start, from + at + end)
    }
    asides.push({ text, place })
  }
  for (const key of ['subject', 'preheader', 'title'] as const) {
    const place = entry(key)
    // `entry` returns the first line, the opening `---`, for an entry that is not there; its text is then found elsewhere.
    if (place.start.line > 1) add(matter[key], place)
  }
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'image' || node.type === 'imageReference') add(node.alt, node.position)
    if (node.type === 'image' || node.type === 'link') add(node.title, node.position)
    if (node.type === 'containerDirective' || node.type === 'leafDirective')
      for (const text of textAttributes(node)) add(text, openingLine(node, String(file)))
  })
  return asides
})

/** The values of attributes that a template prints as text, without addresses, ids and choices. */
function textAttributes({ attributes, data }: Directive): string[] {
  const declared = data?.block?.spec.attributes ?? {}
  return Object.entries(attributes ?? {}).flatMap(([name, value]) => {
    const spec = declared[name]
    return value && name !== 'id' && spec?.type === 'text' && !spec.values ? [value] : []
  })
}

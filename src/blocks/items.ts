import { slug } from 'github-slugger'
import type { ListItem } from 'mdast'
import type { BlockItem, BlockSpec, Directive, RootContent } from '../issue.ts'
import { complain } from '../messages/complain.ts'
import { toWords } from '../polls/to-words.ts'
import type { BlockContext } from './block-context.ts'
import { openingLine } from './opening-line.ts'

interface Taken {
  items: BlockItem[]
  body: RootContent[]
}

/** Takes the items, the body's one top-level list, out of a block that is made of items. */
export function takeItems(
  node: Directive,
  spec: BlockSpec,
  rest: RootContent[],
  context: BlockContext,
): Taken {
  const { file, source } = context
  const { min, max } = spec.items ?? { min: 0, max: Number.POSITIVE_INFINITY }
  const lists = rest.filter((child) => child.type === 'list')
  const [list, second] = lists
  const say = (reason: string, note: string, place = list?.position) =>
    complain(file, reason, { ruleId: 'block-items', place: place ?? openingLine(node, source), note })
  const range = Number.isFinite(max) ? `${min} to ${max}` : `at least ${min}`
  if (!list) {
    say(
      `Missing list in block \`${spec.name}\`, expected ${range} items`,
      'Write each on a line of its own: `- Loved it`.',
    )
    return { items: [], body: rest }
  }
  if (second)
    say(`Unexpected second list in block \`${spec.name}\``, 'Put all items into one list.', second.position)
  const count = list.children.length
  if (count < min || count > max)
    say(
      `Unexpected number of items in block \`${spec.name}\`: ${count}, expected ${range}`,
      'Each `- ` line is one item.',
    )
  const ids = new Set<string>()
  const items = list.children.map((item, index) => toItem(item, index + 1, ids, context))
  return { items, body: rest.filter((child) => child !== list) }
}

function toItem(item: ListItem, index: number, ids: Set<string>, context: BlockContext): BlockItem {
  const [paragraph, ...others] = item.children
  const link =
    paragraph?.type === 'paragraph' && paragraph.children.length === 1 ? paragraph.children[0] : undefined
  const common = { id: toId(context.shield.restore(toWords(item), 'words'), index, ids), index }
  if (link?.type !== 'link') return { ...common, children: item.children, url: null }
  return { ...common, children: [{ type: 'paragraph', children: link.children }, ...others], url: link.url }
}

/** From the item's words, else its number; never one that another item has. */
function toId(words: string, index: number, ids: Set<string>): string {
  const id = slug(words).replace(/^-+|-+$/g, '') || String(index)
  let unique = id
  for (let count = 2; ids.has(unique); count += 1) unique = `${id}-${count}`
  ids.add(unique)
  return unique
}

import { slug } from 'github-slugger'
import type { ListItem } from 'mdast'
import { report } from '../diagnostics/report.ts'
import { codeSpan } from '../merge-tags/code-span.ts'
import { fileNameKey } from '../polls/file-name.ts'
import { isId } from '../polls/is-id.ts'
import { plainWords } from '../polls/plain-words.ts'
import type { BlockItem, BlockSpec, Directive, RootContent } from '../types.ts'
import type { BlockContext } from './block-context.ts'
import { extractItemId, type GivenId } from './extract-item-id.ts'
import { openingLine } from './opening-line.ts'

interface ExtractedItems {
  items: BlockItem[]
  body: RootContent[]
}

/** Parts the items of a block, which are the one top-level list of its body, from the rest of the body. */
export function extractItems(
  node: Directive,
  spec: BlockSpec,
  rest: RootContent[],
  context: BlockContext,
): ExtractedItems {
  const { file, source } = context
  const { min, max } = spec.items ?? { min: 0, max: Number.POSITIVE_INFINITY }
  const lists = rest.filter((child) => child.type === 'list')
  const [list, second] = lists
  const reportItems = (reason: string, note: string, place = list?.position) =>
    report(file, reason, { ruleId: 'block-items', place: place ?? openingLine(node, source), note })
  const range = Number.isFinite(max) ? `${min} to ${max}` : `at least ${min}`
  const noun = min === 1 && !Number.isFinite(max) ? 'item' : 'items'
  if (!list) {
    reportItems(
      `Missing list in block \`${spec.name}\`, expected ${range} ${noun}`,
      'Write each on a line of its own: `- Loved it`.',
    )
    return { items: [], body: rest }
  }
  if (second)
    reportItems(
      `Unexpected second list in block \`${spec.name}\``,
      'Put all items into one list.',
      second.position,
    )
  const count = list.children.length
  if (count < min || count > max)
    reportItems(
      `Unexpected number of items in block \`${spec.name}\`: ${count}, expected ${range}`,
      'Each `- ` line is one item.',
    )
  return { items: createItems(list.children, context), body: rest.filter((child) => child !== list) }
}

function createItems(list: ListItem[], context: BlockContext): BlockItem[] {
  const ids = new Set<string>()
  // Given ids have precedence over ids that are created from an item's words, even those of earlier items.
  const given = list.map((item) => {
    const id = extractItemId(item, context.source)
    if (!id) reportStrayId(item, context)
    return id && validateId(id, ids, context)
  })
  return list.map((item, index) => createItem(item, index + 1, given[index], ids, context))
}

/** Reports `{#…}` in another place than the end of the first line, where it would be printed. */
function reportStrayId(item: ListItem, { file, source }: BlockContext): void {
  const { start, end } = item.position ?? {}
  const text = source.slice(start?.offset, end?.offset)
  const stray = /(?<!\\)\{#[\p{L}\p{N}_-]+\}/u.exec(text.replace(codeSpan, (code) => ' '.repeat(code.length)))
  if (!stray) return
  report(file, `Unexpected \`${stray[0]}\` within an item, expected an id at the end of its first line`, {
    ruleId: 'item-id',
    place: item.position,
    note: 'Write it after the last word, outside of emphasis and links: `- **Loved it** {#loved}`. To write it as text, put a backslash before the brace.',
  })
}

/** Validates the id that an author gave to an item: its form, and that no other item has it. */
function validateId(given: GivenId, ids: Set<string>, { file }: BlockContext): string {
  const reportId = (reason: string, note: string) =>
    report(file, reason, { ruleId: 'item-id', place: given.place, note })
  const { id } = given
  const name = fileNameKey(given.id)
  if (!isId(given.id))
    reportId(
      `${id === '' ? 'Missing id in `{#}`' : `Unexpected id \`${id}\` of an item`}, expected letters, digits, \`-\` and \`_\`, a letter or digit first`,
      'An id is written at the end of the first line: `- Loved it {#loved}`. To write it as text, put a backslash before the brace.',
    )
  else if (ids.has(name))
    reportId(
      `Unexpected second item with the id \`${id}\``,
      'Votes for the two would be counted as one. Give each an id of its own, or none.',
    )
  ids.add(name)
  return given.id
}

function createItem(
  item: ListItem,
  index: number,
  given: string | undefined,
  ids: Set<string>,
  context: BlockContext,
): BlockItem {
  const [paragraph, ...others] = item.children
  const link =
    paragraph?.type === 'paragraph' && paragraph.children.length === 1 ? paragraph.children[0] : undefined
  const words = context.tags.restore(plainWords(item), 'words')
  const common = { id: given ?? createId(words, index, ids), index }
  if (link?.type !== 'link') return { ...common, children: item.children, url: null }
  return { ...common, children: [{ type: 'paragraph', children: link.children }, ...others], url: link.url }
}

/** Creates an id from the item's words, else from its number; never one that another item has. */
function createId(words: string, index: number, ids: Set<string>): string {
  const id = slug(words).replace(/^-+|-+$/g, '') || String(index)
  let unique = id
  for (let count = 2; ids.has(fileNameKey(unique)); count += 1) unique = `${id}-${count}`
  ids.add(fileNameKey(unique))
  return unique
}

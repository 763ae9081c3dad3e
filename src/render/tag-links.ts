import type { Nodes, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { BlockContext } from '../blocks/block-context.ts'
import { mapHrefs } from '../blocks/map-hrefs.ts'
import type { Block } from '../types.ts'
import { createUtmTagger } from '../urls/create-utm-tagger.ts'

/** Blocks whose addresses must not change: those of sponsors, and those that votes are counted by. */
const untaggedBlocks = new Set(['sponsor', 'poll'])

/**
 * Adds the config's campaign parameters to the links of an issue whose blocks have been validated, except in the blocks
 * of sponsors and polls.
 * @returns a function that does the same for an address in raw HTML, whose links are found when it is rendered
 */
export function tagLinks(
  tree: Root,
  context: Pick<BlockContext, 'settings' | 'matter'>,
): (url: string) => string {
  const { settings, matter } = context
  const tag = createUtmTagger(settings.utm, matter.slug)
  if (!settings.utm) return tag
  const untagged = new Set<string>()
  visit(tree, (node) => {
    const block = 'data' in node && node.data && 'block' in node.data ? node.data.block : undefined
    if (block && untaggedBlocks.has(block.spec.name)) {
      for (const url of extractUrls(node, block)) untagged.add(url)
      return SKIP
    }
    if (node.type === 'link') node.url = tag(node.url)
    if (block) tagBlock(block, tag)
    return undefined
  })
  return (url) => (untagged.has(url) ? url : tag(url))
}

function tagBlock(block: Block, tag: (url: string) => string): void {
  for (const [name, { type }] of Object.entries(block.spec.attributes)) {
    const value = block.attributes[name]
    if (type === 'url' && typeof value === 'string') block.attributes[name] = tag(value)
  }
  for (const item of block.items) item.url = item.url === null ? null : tag(item.url)
}

function extractUrls(node: Nodes, block: Block): string[] {
  const urls = [String(block.attributes.url ?? ''), ...block.items.map(({ url }) => url ?? '')]
  visit(node, (child) => {
    if (child.type === 'link') urls.push(child.url)
    if (child.type === 'html')
      mapHrefs(child.value, (url) => {
        urls.push(url)
        return url
      })
  })
  return urls
}

import type { Image, Link, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Shield } from '../merge-tags/shield.ts'
import { complain } from '../messages/complain.ts'
import { type LinkBase, resolveLink } from './resolve-link.ts'
import type { Shelf } from './shelf.ts'

export interface AddressContext {
  file: VFile
  links: LinkBase
  shelf: Shelf
  shield: Shield
}

/** Finishes the address of every Markdown link and image, with a message for each that leads nowhere. */
export function resolveAddresses(tree: Root, context: AddressContext): void {
  visit(tree, (node) => {
    if (node.type === 'link') finishLink(node, context)
    if (node.type === 'image') finishImage(node, context)
  })
}

function finishLink(node: Link, { file, links, shield }: AddressContext): void {
  const resolved = resolveLink(node.url, links)
  if ('url' in resolved) node.url = resolved.url
  else {
    complain(file, shield.restore(resolved.reason), {
      ruleId: 'link-address',
      place: node.position,
      note: resolved.note,
    })
    if (/^[a-z][a-z0-9+.-]*:/i.test(node.url.replace(/\s/g, ''))) node.url = ''
  }
}

function finishImage(node: Image, { file, shelf }: AddressContext): void {
  const taken = shelf.take(node.url, 'issue')
  if ('reason' in taken) {
    complain(file, taken.reason, { ruleId: 'image-file', place: node.position, note: taken.note })
    return
  }
  const { src, width, height } = taken.picture
  node.url = src
  if (width !== null && height !== null)
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, width, height } }
}

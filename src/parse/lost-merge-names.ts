import type { Link, Nodes, Parents, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { complain } from '../messages/complain.ts'

const written = /\]\(merge:/i

/**
 * Complains of neutral names where Markdown makes no link of them, so that readers would see the brackets, or nothing:
 * in a picture's description, a title, a block's attribute, or the words of another link.
 * @param tree its links on names still in it
 * @param source what the tree's offsets count in
 * @param file the issue, for messages
 */
export function complainOfLostNames(tree: Root, source: string, file: VFile): void {
  visit(tree, (node, index, parent) => {
    const where = toLossy(node, source) ?? (parent && toOuterLink(node, index ?? 0, parent))
    if (where === undefined) return
    complain(file, `Unexpected \`merge:\` link in ${where}`, {
      ruleId: 'merge-name',
      place: node.position,
      note: 'Markdown has no link there. Write the words beside it, or the provider’s own tag in it.',
    })
  })
}

function toLossy(node: Nodes, source: string): string | undefined {
  // An address of that scheme has a complaint of its own.
  if (node.type === 'image' && /^merge:/i.test(node.url)) return undefined
  if (node.type === 'image') {
    const { start, end } = node.position ?? {}
    return written.test(source.slice(start?.offset, end?.offset)) ? 'a picture’s description' : undefined
  }
  if (node.type === 'link') return written.test(node.title ?? '') ? 'a link’s title' : undefined
  if (!('attributes' in node) || !node.attributes) return undefined
  const lossy = Object.entries(node.attributes).find(([, value]) => written.test(String(value)))
  return lossy && `the attribute \`${lossy[0]}\``
}

/** Of two links, one in the other, the inner one is a link, and of the outer one its brackets are left. */
function toOuterLink(node: Nodes, index: number, { children }: Parents): string | undefined {
  if (!isName(node)) return undefined
  const isOpen = /\[[^\]]*$/.test(toText(children.slice(0, index)))
  const isClosed = /^[^[]*\]\(/.test(toText(children.slice(index + 1)))
  return isOpen && isClosed ? 'the words of another link' : undefined
}

function isName(node: Nodes): node is Link {
  return node.type === 'link' && /^merge:/i.test(node.url)
}

/** What stands there as text, past other names. */
function toText(siblings: Nodes[]): string {
  return siblings.map((node) => (node.type === 'text' ? node.value : isName(node) ? '' : '…')).join('')
}

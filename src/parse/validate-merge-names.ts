import type { Link, Nodes, Parents, Root } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { walkWithAncestors } from '../hast/walk-tree.ts'
import { codeSpan } from '../merge-tags/code-span.ts'

const written = /\]\(merge:/i

/**
 * Reports neutral names in places where Markdown has no links, so that readers would see the brackets, or nothing: an
 * image's description, a title, a block's attribute, or the text of another link.
 * @param tree the tree before its neutral names are replaced
 * @param source the text that the tree's offsets refer to
 * @param file the issue, for messages
 */
export function validateMergeNames(tree: Root, source: string, file: VFile): void {
  walkWithAncestors<Nodes>(tree, (node, ancestors) => {
    const where = findLossyPlace(node, source) ?? findOuterLink(node, ancestors)
    if (where === undefined) return
    report(file, `Unexpected \`merge:\` link in ${where}`, {
      ruleId: 'merge-name',
      place: node.position,
      note: 'There can be no link in this place, so that nothing would be filled in. Move it into the sentence beside it, or write your provider’s own tag here.',
    })
  })
}

function findLossyPlace(node: Nodes, source: string): string | undefined {
  // A `merge:` address of an image is reported elsewhere.
  if (node.type === 'image' && /^merge:/i.test(node.url)) return undefined
  if (node.type === 'image') {
    const { start, end } = node.position ?? {}
    const shown = source.slice(start?.offset, end?.offset).replace(codeSpan, '')
    return written.test(shown) || written.test(node.title ?? '')
      ? 'a picture’s description or title'
      : undefined
  }
  if (node.type === 'html') return written.test(node.value) ? 'raw HTML' : undefined
  if (node.type === 'link') return written.test(node.title ?? '') ? 'a link’s title' : undefined
  if (!('attributes' in node) || !node.attributes) return undefined
  const lossy = Object.entries(node.attributes).find(([, value]) => written.test(String(value)))
  return lossy && `the attribute \`${lossy[0]}\``
}

/** How many nodes on each side of a name can be the words of a link around it. */
const NEARBY = 50

/** Of two nested links Markdown parses only the inner one; the brackets of the outer one are text. */
function findOuterLink(node: Nodes, ancestors: Parents[]): string | undefined {
  if (!isName(node)) return undefined
  const path = [...ancestors, node]
  let [before, after] = ['', '']
  // Collect the text around the name, up to the ends of its paragraph.
  for (let depth = path.length - 2; depth >= 0; depth -= 1) {
    const { children } = path[depth] as Parents
    const index = (children as Nodes[]).indexOf(path[depth + 1] as Nodes)
    before = extractText(children.slice(Math.max(0, index - NEARBY), index)) + before
    after += extractText(children.slice(index + 1, index + 1 + NEARBY))
    if (!/^(?:strong|emphasis|delete)$/.test(path[depth]?.type ?? '')) break
  }
  return /\[[^\]]*$/.test(before) && /^[^[]*\]\(/.test(after) ? 'the words of another link' : undefined
}

function isName(node: Nodes): node is Link {
  return node.type === 'link' && /^merge:/i.test(node.url)
}

/** The text of nodes, without that of other neutral names. */
function extractText(siblings: Nodes[]): string {
  return siblings
    .map((node): string => {
      if (isName(node)) return ''
      if (node.type === 'text') return node.value
      return 'children' in node ? extractText(node.children) : '…'
    })
    .join('')
}

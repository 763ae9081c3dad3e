import type { Image, Nodes, Root } from 'mdast'
import { walkTree } from '../hast/walk-tree.ts'
import { codeSpan } from '../merge-tags/code-span.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import { hasToken, token } from '../private-use.ts'

/**
 * Restores merge tags in code as the author wrote them, since nothing in code is a tag. The placeholders of notes are
 * removed from texts.
 * @param source the text that the tree's offsets refer to
 */
export function restoreCode(tree: Root, tags: TagStore, source: string): void {
  unescapePipes(tree, tags)
  restoreInCode(tree, tags, source)
}

/** Replaces `\\|` in the tags of table cells by a pipe (GFM, "Tables"), as the parser does outside of tokens. */
function unescapePipes(tree: Root, { find, protect }: TagStore): void {
  const withPipes = (text: string) =>
    text.replace(token, (found) => {
      const meaning = find(found)
      const written = typeof meaning === 'object' ? meaning.source : meaning
      return written?.includes('\\|') ? protect(written.replaceAll('\\|', '|')) : found
    })
  walkTree<Nodes>(tree, (cell) => {
    if (cell.type !== 'tableCell') return
    walkTree<Nodes>(cell, (node) => {
      if ('value' in node) node.value = withPipes(node.value)
      if ('url' in node) node.url = withPipes(node.url)
      if ('alt' in node && node.alt) node.alt = withPipes(node.alt)
      if ('title' in node && node.title) node.title = withPipes(node.title)
    })
  })
}

function restoreInCode(tree: Root, tags: TagStore, source: string): void {
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'image' && hasToken(node.alt ?? '')) node.alt = restoreInAlt(node, tags, source)
    if (node.type === 'code' || node.type === 'inlineCode') node.value = tags.restore(node.value, 'source')
    if (node.type === 'text') node.value = tags.removeNotes(node.value)
  })
}

/** An image's description in the tree is plain text: only the source shows which of its words are code. */
function restoreInAlt({ alt = '', position }: Image, tags: TagStore, source: string): string {
  const written = source.slice(position?.start.offset, position?.end.offset)
  const coded = [...written.matchAll(codeSpan)].map(([, , code = '']) => code)
  const tokens = new Set(coded.flatMap((code) => code.match(token) ?? []))
  return (alt ?? '').replace(token, (found) => (tokens.has(found) ? tags.restore(found, 'source') : found))
}

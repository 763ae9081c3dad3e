import type { Image, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { codeSpan } from '../merge-tags/code-span.ts'
import type { Shield } from '../merge-tags/shield.ts'
import { hasToken, token } from '../private-use.ts'

/**
 * Takes the shield off where it has done its work: code is content, in which nothing is a tag.
 * @param source what the tree's offsets count in
 */
export function unshield(tree: Root, shielded: Shield, source: string): void {
  unescapePipes(tree, shielded)
  unshieldCode(tree, shielded, source)
}

/** In a table's cell `\\|` is a pipe (GFM, "Tables"), in a tag as well, which the parser could not look into. */
function unescapePipes(tree: Root, { meaningOf, hide }: Shield): void {
  const withPipes = (text: string) =>
    text.replace(token, (found) => {
      const meaning = meaningOf(found)
      const written = typeof meaning === 'object' ? meaning.source : meaning
      return written?.includes('\\|') ? hide(written.replaceAll('\\|', '|')) : found
    })
  visit(tree, 'tableCell', (cell) =>
    visit(cell, (node) => {
      if ('value' in node) node.value = withPipes(node.value)
      if ('url' in node) node.url = withPipes(node.url)
      if ('alt' in node && node.alt) node.alt = withPipes(node.alt)
      if ('title' in node && node.title) node.title = withPipes(node.title)
    }),
  )
}

/** Code is content: what looks like a tag in it is printed as any other text. Notes have held their places long enough. */
function unshieldCode(tree: Root, shielded: Shield, source: string): void {
  visit(tree, (node) => {
    if (node.type === 'image' && hasToken(node.alt ?? '')) node.alt = unshieldAlt(node, shielded, source)
    if (node.type === 'code' || node.type === 'inlineCode')
      node.value = shielded.restore(node.value, 'source')
    if (node.type === 'text') node.value = shielded.withoutNotes(node.value)
  })
}

/** Of a picture's description the parser keeps the words alone: whether they were code, only the source tells. */
function unshieldAlt({ alt = '', position }: Image, shielded: Shield, source: string): string {
  const written = source.slice(position?.start.offset, position?.end.offset)
  const coded = [...written.matchAll(codeSpan)].map(([, , code = '']) => code)
  const tokens = new Set(coded.flatMap((code) => code.match(token) ?? []))
  return (alt ?? '').replace(token, (found) =>
    tokens.has(found) ? shielded.restore(found, 'source') : found,
  )
}

import type { Heading, Root } from 'mdast'
import type { LeafDirective } from 'mdast-util-directive'
import type { Tokens } from '../theme/token-types.ts'

/** From how many sections on an issue has contents that nobody wrote. */
const MIN_LISTED_SECTIONS = 3

/** A number alone would say nothing. */
const MIN_NUMBERED_SECTIONS = 2

/**
 * Applies the design tokens `sections` and `contents` to an issue, in place: numbers its sections, and inserts the block `toc`
 * before the first of them where the issue has none. The numbers are printed by `printSectionNumbers`.
 * @param tree the issue's, its blocks not yet validated
 * @param tokens those of its template
 */
export function applySectionTokens(tree: Root, { sections: style, contents }: Tokens): void {
  const sections = tree.children.filter(isSection)
  if (style === 'numbered' && sections.length >= MIN_NUMBERED_SECTIONS)
    for (const [index, section] of sections.entries()) section.data = { ...section.data, number: index + 1 }
  const [first] = sections
  const hasContents = tree.children.some((node) => node.type === 'leafDirective' && node.name === 'toc')
  if (contents !== 'auto' || !first || hasContents || sections.length < MIN_LISTED_SECTIONS) return
  const toc: LeafDirective = { type: 'leafDirective', name: 'toc', attributes: {}, children: [] }
  tree.children.splice(tree.children.indexOf(first), 0, toc)
}

/**
 * Puts the numbers of sections before their words, in place. It is a step of its own, since contents and ids are made of the
 * words alone.
 */
export function printSectionNumbers(tree: Root): void {
  for (const node of tree.children) {
    if (!isSection(node) || node.data?.number === undefined) continue
    const data = { hName: 'span', hProperties: { className: ['number'] } }
    node.children.unshift({ type: 'text', value: `${node.data.number}.`, data }, { type: 'text', value: ' ' })
  }
}

function isSection(node: Root['children'][number]): node is Heading {
  return node.type === 'heading' && node.depth === 2
}

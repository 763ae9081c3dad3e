import type { Nodes, Parents, Root, Text } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { walkTree } from '../../hast/walk-tree.ts'
import { createPosition } from '../readers/passage.ts'

export interface SpacedReference {
  words: string
  label: string
  at: Position | undefined
}

/** Words in brackets at the end of a text; not a footnote's number or a box to tick. */
const bracketsBefore = /(?<![\p{L}\p{M}\p{N}\])\\])!?\[(?!\^)([^\][\n]*\p{L}{2}[^\][\n]*)\][ \u00a0]$/u

/** A link by its label alone: the tree has the addresses of references already. */
const shortcut = /^\[[^\][\n]+\]$/

/**
 * Finds references with a space between words and label, `[words] [label]`, of which Markdown makes a link of the label
 * alone (CommonMark 0.31, section 6.3).
 * @param tree the Markdown's tree, whose references are links
 */
export function findSpacedReferences(tree: Root, file: VFile): SpacedReference[] {
  const source = String(file)
  const found: SpacedReference[] = []
  walkTree<Nodes>(tree, (node, parent, index) => {
    if (node.type !== 'link') return
    const before = (parent as Parents | undefined)?.children[index - 1]
    const [from, to] = [node.position?.start.offset, node.position?.end.offset]
    if (before?.type !== 'text' || from === undefined || to === undefined) return
    const match = matchBefore(before, source)
    if (!match || !shortcut.test(source.slice(from, to))) return
    const [written, words = ''] = match
    found.push({
      words,
      label: source.slice(from + 1, to - 1),
      at: createPosition(file, from - written.length, to),
    })
  })
  return found
}

/** Matches the text as it was written, where a backslash makes it text. */
function matchBefore({ position }: Text, source: string): RegExpExecArray | null {
  return bracketsBefore.exec(source.slice(position?.start.offset, position?.end.offset))
}

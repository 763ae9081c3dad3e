import type { List, Nodes, Parents } from 'mdast'
import { skipContent, walkTree } from '../hast/walk-tree.ts'
import { defineCheck } from './check.ts'

const numberNote =
  'Markdown makes a numbered list of a paragraph that begins with a number and a point or a bracket: `1986. A good year`, `7. November`, `1) that`. To write it as text, put a backslash before the point or bracket: `1986\\. A good year`. A single step needs no number.'
const bulletNote =
  'Screen readers announce “list, one item”. Write it as a sentence, or move it into the list above.'

export const listSingle = defineCheck({
  name: 'list-single',
  summary: 'A numbered list has more than one item; with `bullets: true`, so does every list.',
  note: numberNote,
  level: 'warning',
  options: { bullets: false },
  run({ tree }, report, { bullets }) {
    walkTree<Nodes>(tree, (node, parent) => {
      // A block validates the number of its items itself.
      if (node.type === 'containerDirective' && node.data?.block?.spec.items) return skipContent
      if (node.type !== 'list' || node.children.length > 1 || !parent) return undefined
      const at = node.position
      if (!node.ordered) {
        if (bullets) report('Unexpected list of one item, expected several', { at, note: bulletNote })
      } else if (!isContinued(node, parent as Parents))
        report(`Unexpected list of one item, numbered ${node.start ?? 1}, expected several`, { at })
      return undefined
    })
  },
})

/** Whether the list is a part of a longer one that a text or a picture divides: the numbers continue. */
function isContinued(list: List, parent: Parents): boolean {
  const start = list.start ?? 1
  return parent.children.some(
    (other) =>
      other.type === 'list' &&
      other.ordered === true &&
      (other.start === start + 1 || (other.start ?? 1) + other.children.length === start),
  )
}

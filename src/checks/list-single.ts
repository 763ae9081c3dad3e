import type { List, Parents } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { defineCheck } from './check.ts'

const numberNote =
  'A line that begins with a number and a point or a bracket becomes a list, wherever the line was broken: `1986. A good year`, `7. November`, `1) that`. To write it as text, put a backslash before the point: `1986\\. A good year`. A single step needs no number.'
const bulletNote =
  'One item is a paragraph with a bullet, and screen readers announce “list, one item”. Write it as a sentence, or put it into the list above.'

export const listSingle = defineCheck({
  name: 'list-single',
  summary: 'A numbered list has more than one item; with `bullets: true` any list.',
  note: numberNote,
  level: 'warning',
  options: { bullets: false },
  run({ tree }, report, { bullets }) {
    visit(tree, (node, _, parent) => {
      // A block says itself how many items it wants.
      if (node.type === 'containerDirective' && node.data?.block?.spec.items) return SKIP
      if (node.type !== 'list' || node.children.length > 1 || !parent) return undefined
      const at = node.position
      if (!node.ordered) {
        if (bullets) report('Unexpected list of one item, expected several', { at, note: bulletNote })
      } else if (!isContinued(node, parent))
        report(`Unexpected list of one item, numbered ${node.start ?? 1}, expected several`, { at })
      return undefined
    })
  },
})

/** True when a text or a picture between the steps has parted a longer list: the numbers go on. */
function isContinued(list: List, parent: Parents): boolean {
  const start = list.start ?? 1
  return parent.children.some(
    (other) =>
      other.type === 'list' &&
      other.ordered === true &&
      (other.start === start + 1 || (other.start ?? 1) + other.children.length === start),
  )
}

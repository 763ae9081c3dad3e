import type { Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { PollRecord } from '../issue.ts'

/**
 * The polls of an issue whose blocks have been held.
 * @param toWords what stands where a merge tag does: the results are read by all
 */
export function toPolls(tree: Root, toWords: (shielded: string) => string): PollRecord[] {
  const polls: PollRecord[] = []
  visit(tree, (node) => {
    if (node.type !== 'containerDirective' || node.name !== 'poll' || !node.data?.block) return
    const { attributes, body, items } = node.data.block
    polls.push({
      id: String(attributes.id),
      question: toWords(toText({ type: 'root', children: body })),
      options: items.map(({ id, children, url }) => ({
        id,
        text: toWords(toText({ type: 'root', children })),
        url,
      })),
    })
  })
  return polls
}

import type { Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { PollRecord } from '../issue.ts'

/** The polls of an issue whose blocks have been held. */
export function toPolls(tree: Root): PollRecord[] {
  const polls: PollRecord[] = []
  visit(tree, (node) => {
    if (node.type !== 'containerDirective' || node.name !== 'poll' || !node.data?.block) return
    const { attributes, body, items } = node.data.block
    polls.push({
      id: String(attributes.id),
      question: toText({ type: 'root', children: body }),
      options: items.map(({ id, children, url }) => ({ id, text: toText({ type: 'root', children }), url })),
    })
  })
  return polls
}

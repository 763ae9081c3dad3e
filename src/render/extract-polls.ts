import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { PollRecord } from '../types.ts'
import { resolvePollWords } from './poll-words.ts'

/**
 * The polls of an issue whose blocks have been held.
 * @param restore what stands where a merge tag does: the results are read by all
 */
export function extractPolls(tree: Root, restore: (text: string) => string): PollRecord[] {
  const polls: PollRecord[] = []
  visit(tree, (node) => {
    if (node.type !== 'containerDirective' || node.name !== 'poll' || !node.data?.block) return
    const { attributes, items } = node.data.block
    const { question, answers } = resolvePollWords(node.data.block, restore)
    polls.push({
      id: String(attributes.id),
      question,
      options: items.map(({ id, url }, index) => ({
        id,
        text: answers[index] ?? id,
        url,
      })),
    })
  })
  return polls
}

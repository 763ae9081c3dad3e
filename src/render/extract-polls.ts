import type { Nodes, Root } from 'mdast'
import { getExtra } from '../blocks/get-extra.ts'
import { poll } from '../blocks/shipped/poll.ts'
import { walkTree } from '../hast/walk-tree.ts'
import type { PollRecord } from '../types.ts'
import { resolvePollWords } from './poll-words.ts'

/**
 * Extracts the polls of an issue whose blocks have been validated.
 * @param restore replaces tokens by words for all readers
 */
export function extractPolls(tree: Root, restore: (text: string) => string): PollRecord[] {
  const polls: PollRecord[] = []
  walkTree<Nodes>(tree, (node) => {
    const block = node.type === 'containerDirective' ? node.data?.block : undefined
    const extra = block && getExtra(block, poll)
    if (!extra) return
    const { attributes, items } = block
    const { question, answers } = resolvePollWords(extra, items, restore)
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

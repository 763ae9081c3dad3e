/** The blocks that do more than a template can say. Every other block is its template alone. */
import type { Block, Directive } from '../../types.ts'
import type { BlockContext } from '../block-context.ts'
import { poll } from './poll.ts'
import { pollResults } from './poll-results.ts'
import { sponsor } from './sponsor.ts'

/**
 * Completes a block in place.
 * @param seen the ids that the blocks have used, by block name
 */
export type Behaviour = (
  block: Block,
  node: Directive,
  context: BlockContext,
  seen: Map<string, Set<string>>,
) => void

export const behaviours: Record<string, Behaviour> = {
  poll,
  'poll-results': pollResults,
  sponsor,
}

import type { BlockSpecInput } from '../../types.ts'
import type { ShippedBlockContext } from '../block-context.ts'
import type { BlockDefinition } from '../define-block.ts'
import { poll } from './poll.ts'
import { pollResults } from './poll-results.ts'
import { sponsor } from './sponsor.ts'

/** The shipped blocks that do more than a template can say. Every other shipped block is its template alone. */
export const shippedBlocks: readonly BlockDefinition<object, BlockSpecInput, ShippedBlockContext>[] = [
  poll,
  pollResults,
  sponsor,
]

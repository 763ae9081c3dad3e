import type { BlockSpecInput } from '../../types.ts'
import type { BlockDefinition } from '../define-block.ts'
import { chart } from './chart.ts'
import { event } from './event.ts'
import { poll } from './poll.ts'
import { pollResults } from './poll-results.ts'
import { related } from './related.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'
import { sponsor } from './sponsor.ts'
import { stat } from './stat.ts'
import { toc } from './toc.ts'

/** The shipped blocks with behaviour. Every other shipped block is only a template. */
export const shippedBlocks: readonly BlockDefinition<object, BlockSpecInput, ShippedBlockContext>[] = [
  chart,
  event,
  poll,
  pollResults,
  related,
  sponsor,
  stat,
  toc,
]

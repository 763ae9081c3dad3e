import type { BlockSpecInput } from '../../types.ts'
import type { BlockDefinition } from '../define-block.ts'
import { chart } from './chart.ts'
import { columns } from './columns.ts'
import { event } from './event.ts'
import { hero } from './hero.ts'
import { poll } from './poll.ts'
import { pollResults } from './poll-results.ts'
import { related } from './related.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'
import { social } from './social.ts'
import { sponsor } from './sponsor.ts'
import { stat } from './stat.ts'
import { toc } from './toc.ts'
import { video } from './video.ts'

/** The shipped blocks with behaviour. Every other shipped block is only a template. */
export const shippedBlocks: readonly BlockDefinition<object, BlockSpecInput, ShippedBlockContext>[] = [
  chart,
  columns,
  event,
  hero,
  poll,
  pollResults,
  related,
  social,
  sponsor,
  stat,
  toc,
  video,
]

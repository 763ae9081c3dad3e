import type { Directive } from '../../types.ts'
import type { BlockContext } from '../block-context.ts'
import type { BlockResolveContext } from '../resolve-context.ts'

/** What the definitions of shipped blocks see besides what a config's may rely on. */
export interface ShippedBlockContext extends BlockContext, BlockResolveContext {
  node: Directive
  /** The ids that the earlier blocks of this name have. */
  usedIds: Set<string>
}

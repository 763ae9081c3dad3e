import type { Root } from 'mdast'
import type { Directive, Surroundings } from '../../types.ts'
import type { BlockContext } from '../block-context.ts'
import type { BlockResolveContext } from '../resolve-context.ts'

/** The context of shipped blocks, which is more than the public context of custom blocks. */
export interface ShippedBlockContext extends BlockContext, BlockResolveContext {
  /** The issue's. */
  tree: Root
  node: Directive
  /** Whether the block is within another block, a list or a quotation. */
  isNested: boolean
  surroundings: Surroundings
  /** The ids of the earlier blocks of this name. */
  usedIds: Set<string>
  /** The numbers that the earlier blocks of this name have given to their items. */
  numbering: { last: number }
}

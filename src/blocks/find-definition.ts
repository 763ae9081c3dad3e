import type { CustomBlock, Settings } from '../settings.ts'
import type { ShippedBlockContext } from './block-context.ts'
import type { BlockDefinition } from './define-block.ts'
import { shippedBlocks } from './shipped/index.ts'

/** A definition that `resolve` can be called of: shipped ones see more than a config's may rely on. */
type AnyDefinition = BlockDefinition<object, object, ShippedBlockContext>

/** The definition of a block by its name: a shipped one, else the config's. Most blocks have none. */
export function findDefinition(name: string, { blocks }: Settings): AnyDefinition | undefined {
  const shipped = shippedBlocks.find((definition) => definition.name === name)
  if (shipped) return shipped
  const custom = Object.hasOwn(blocks, name) ? blocks[name] : undefined
  return custom && isDefinition(custom) ? custom : undefined
}

/** The settings know too little of it to call it. */
function isDefinition(custom: CustomBlock): custom is BlockDefinition {
  return typeof custom.resolve === 'function'
}

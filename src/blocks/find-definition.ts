import type { CustomBlock, Settings } from '../settings.ts'
import type { BlockDefinition } from './define-block.ts'
import { shippedBlocks } from './shipped/index.ts'
import type { ShippedBlockContext } from './shipped/shipped-block-context.ts'

/** A shipped or a custom definition: shipped ones have a larger context. */
type AnyDefinition = BlockDefinition<object, object, ShippedBlockContext>

/** Finds the definition of a block by its name: a shipped one, else the config's. Most blocks have none. */
export function findDefinition(name: string, { blocks }: Settings): AnyDefinition | undefined {
  const shipped = shippedBlocks.find((definition) => definition.name === name)
  if (shipped) return shipped
  const custom = Object.hasOwn(blocks, name) ? blocks[name] : undefined
  return custom && isDefinition(custom) ? custom : undefined
}

/** The type in the settings has no parameters to call `resolve` with. */
function isDefinition(custom: CustomBlock): custom is BlockDefinition {
  return typeof custom.resolve === 'function'
}

import type { Block } from '../types.ts'

/** A definition as far as it says what it gives. */
interface Resolver<Extra extends object> {
  resolve: (...input: never[]) => Extra | undefined
}

/**
 * What a definition resolved for a block, with its type.
 * @param block of any name
 * @returns nothing for a block of another definition, and for one that its definition gave nothing
 */
export function getExtra<Extra extends object>(block: Block, definition: Resolver<Extra>): Extra | undefined {
  // Only this definition's `resolve` can have given it.
  return block.extra?.definition === definition ? (block.extra.variables as Extra) : undefined
}

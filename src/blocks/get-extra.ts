import type { Block } from '../types.ts'

/** The part of a definition that has the type of its variables. */
interface Resolver<Extra extends object> {
  resolve: (...input: never[]) => Extra | undefined
}

/**
 * Returns the variables that a definition resolved for a block, with their type.
 * @param block a block of any name
 * @returns `undefined` for a block of another definition, and for one for which `resolve` returned `undefined`
 */
export function getExtra<Extra extends object>(block: Block, definition: Resolver<Extra>): Extra | undefined {
  // Only this definition's `resolve` can have returned the variables.
  return block.extra?.definition === definition ? (block.extra.variables as Extra) : undefined
}

import type { Declaration } from 'postcss'
import type { Use } from '../../clients/use.ts'
import { toDeclarationWords } from './css-words.ts'
import type { ToLack } from './to-lacks.ts'
import { toRemainder } from './to-remainder.ts'
import type { Loss } from './to-taken.ts'

/** What was taken from a piece of CSS; the element that it stands on knows the place. */
export type CssLoss = Omit<Loss, 'place'>

/** What is left of a piece of CSS, and what is not. */
export interface LeftCss {
  css: string
  losses: CssLoss[]
}

/**
 * Takes from a declaration what a client lacks, in place.
 * @param node it is gone from its parent afterwards when nothing is left
 * @param toUses what it uses; asked again when only a part was taken
 * @param toLack what the client lacks of these
 */
export function takeDeclaration(
  node: Declaration,
  toUses: (node: Declaration) => Use[],
  toLack: ToLack,
): CssLoss[] {
  const losses: CssLoss[] = []
  const what = toDeclarationWords(node)
  for (let lack = toLack(toUses(node)); lack; lack = toLack(toUses(node))) {
    losses.push({ what, ...lack, weight: 1 })
    const rest = toRemainder(node, lack)
    if (!rest || (rest.prop === node.prop && rest.value === node.value)) {
      node.remove()
      return losses
    }
    node.prop = rest.prop
    node.value = rest.value
  }
  return losses
}

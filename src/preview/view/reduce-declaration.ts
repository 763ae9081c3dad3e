import type { Declaration } from 'postcss'
import type { FeatureUse } from '../../mail-clients/feature-use.ts'
import { formatDeclaration } from './format-css.ts'
import type { FindLack } from './lacks.ts'
import { remainingDeclaration } from './remaining-declaration.ts'
import type { Loss } from './summarize-losses.ts'

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
export function reduceDeclaration(
  node: Declaration,
  toUses: (node: Declaration) => FeatureUse[],
  toLack: FindLack,
): CssLoss[] {
  const losses: CssLoss[] = []
  const what = formatDeclaration(node)
  for (let lack = toLack(toUses(node)); lack; lack = toLack(toUses(node))) {
    losses.push({ what, ...lack, weight: 1 })
    const rest = remainingDeclaration(node, lack)
    if (!rest || (rest.prop === node.prop && rest.value === node.value)) {
      node.remove()
      return losses
    }
    node.prop = rest.prop
    node.value = rest.value
  }
  return losses
}

import type { Declaration } from 'postcss'
import { formatDeclaration } from '../../css/format-css.ts'
import type { FeatureUse } from '../../mail-clients/feature-use.ts'
import type { FindLack, Lack } from './client-reader.ts'
import { remainingDeclaration } from './remaining-declaration.ts'
import type { Loss } from './summarize-losses.ts'

/** Something that was removed from CSS; the place is that of the element with the CSS. */
export type CssLoss = Omit<Loss, 'place'>

/** CSS after the removal of what a client lacks, and what was removed. */
export interface ReducedCss {
  css: string
  losses: CssLoss[]
}

/**
 * Removes from a declaration what a client lacks, in place.
 * @param node removed from its parent when the client supports no part of it
 * @param listUses the features that the declaration uses; called again when a part was removed
 * @param findLack which of these the client lacks
 */
export function reduceDeclaration(
  node: Declaration,
  listUses: (node: Declaration) => FeatureUse[],
  findLack: FindLack,
): CssLoss[] {
  const losses: CssLoss[] = []
  const what = formatDeclaration(node)
  for (let lack = findLack(listUses(node)); lack; lack = findLack(listUses(node))) {
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

/**
 * Whether a client ignores all other declarations as well: Gmail ignores a whole `style` attribute or a whole `<style>`
 * for a colour that it cannot parse (caniemail's notes on `css-rgb`, `css-rgba` and `css-modern-color`).
 * @param lack why the declaration was removed
 * @param where what the declaration stands in
 */
export function removesAll({ notes }: Pick<Lack, 'notes'>, where: 'attribute' | 'sheet'): boolean {
  const all =
    where === 'attribute'
      ? /whole attribute is stripped|remove all inline styles/
      : /whole `<style>` block is stripped/
  return notes.some((note) => all.test(note))
}

import { parseStyleSheet } from '../../css/parse-css.ts'
import { inlineDeclarationUses } from '../../mail-clients/find-css-uses.ts'
import type { FindLack } from './client-reader.ts'
import { type CssLoss, type ReducedCss, reduceDeclaration, removesAll } from './reduce-declaration.ts'

/**
 * Removes from a `style` attribute what a client lacks.
 * @param style the attribute's value; CSS that cannot be parsed is returned as it is
 * @param tagName the element with the attribute
 * @param findLack what the client lacks
 */
export function reduceStyle(style: string, tagName: string, findLack: FindLack): ReducedCss {
  const root = parseStyleSheet(style)
  const losses: CssLoss[] = []
  let isRemoved = false
  root.walkDecls((node) => {
    if (isRemoved) return
    const own = reduceDeclaration(node, (each) => inlineDeclarationUses(each, tagName), findLack)
    losses.push(...own)
    isRemoved = own.some((loss) => removesAll(loss, 'attribute'))
  })
  if (losses.length === 0) return { css: style, losses }
  return { css: isRemoved ? '' : root.toString().trim(), losses }
}

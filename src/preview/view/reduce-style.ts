import { parseCss } from '../../checks/client-support/find-css-uses.ts'
import { declarationFeatures } from '../../mail-clients/declaration-features.ts'
import type { FindLack } from './lacks.ts'
import { type CssLoss, type LeftCss, reduceDeclaration } from './reduce-declaration.ts'
import { removesAll } from './removes-all.ts'

/**
 * Takes from a `style` attribute what a client lacks.
 * @param style the attribute's value; one that cannot be read stays as it is
 * @param tagName the element it stands on
 * @param toLack the client
 */
export function reduceStyle(style: string, tagName: string, toLack: FindLack): LeftCss {
  const root = parseCss(style)
  const losses: CssLoss[] = []
  let isGone = false
  root.walkDecls((node) => {
    if (isGone) return
    const own = reduceDeclaration(node, (each) => toUses(each, tagName), toLack)
    losses.push(...own)
    isGone = own.some((loss) => removesAll(loss, 'attribute'))
  })
  if (losses.length === 0) return { css: style, losses }
  return { css: isGone ? '' : root.toString().trim(), losses }
}

function toUses(
  { prop, value, important, raws }: Parameters<typeof reduceDeclaration>[0],
  tagName: string,
): ReturnType<typeof declarationFeatures> {
  const written = important ? (raws.important?.trim() ?? '!important') : ''
  return declarationFeatures({ property: prop, value, important: written, tagName, inline: true })
}

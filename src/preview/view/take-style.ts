import { parseCss } from '../../checks/client-support/to-css-uses.ts'
import { toDeclarationUses } from '../../clients/to-declaration-uses.ts'
import { type CssLoss, type LeftCss, takeDeclaration } from './take-declaration.ts'
import { takesAll } from './takes-all.ts'
import type { ToLack } from './to-lacks.ts'

/**
 * Takes from a `style` attribute what a client lacks.
 * @param style the attribute's value; one that cannot be read stays as it is
 * @param tagName the element it stands on
 * @param toLack the client
 */
export function takeStyle(style: string, tagName: string, toLack: ToLack): LeftCss {
  const root = parseCss(style)
  const losses: CssLoss[] = []
  let isGone = false
  root.walkDecls((node) => {
    if (isGone) return
    const own = takeDeclaration(node, (each) => toUses(each, tagName), toLack)
    losses.push(...own)
    isGone = own.some((loss) => takesAll(loss, 'attribute'))
  })
  if (losses.length === 0) return { css: style, losses }
  return { css: isGone ? '' : root.toString().trim(), losses }
}

function toUses(
  { prop, value, important, raws }: Parameters<typeof takeDeclaration>[0],
  tagName: string,
): ReturnType<typeof toDeclarationUses> {
  const written = important ? (raws.important?.trim() ?? '!important') : ''
  return toDeclarationUses({ property: prop, value, important: written, tagName, inline: true })
}

/** How the list of what was taken names a piece of CSS: as it was written, in one line. */
import type { AtRule, Declaration } from 'postcss'

/** `border-radius: 6px` */
export function formatDeclaration({ prop, value, important }: Declaration): string {
  return shorten(`${prop}: ${value}${important ? ' !important' : ''}`)
}

/** `@media (max-width:600px)`, without what is in it; however it is spaced, so that the same is told once. */
export function formatAtRule({ name, params }: Pick<AtRule, 'name' | 'params'>): string {
  return shorten(`@${name} ${params.replace(/\s*([:,])\s*/g, '$1')}`)
}

/** `td > .lead` */
export function formatSelector(selectors: readonly string[]): string {
  return shorten(selectors.join(', '))
}

function shorten(css: string): string {
  const line = css.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

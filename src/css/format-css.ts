import type { AtRule, Declaration, Rule } from 'postcss'

/** A declaration as messages name it, in one line of at most 60 characters: `border-radius: 6px`. */
export function formatDeclaration({ prop, value, important }: Declaration): string {
  return shortenCss(`${prop}: ${value}${important ? ' !important' : ''}`)
}

/**
 * An at-rule as messages name it, without its content: `@media (max-width:600px)`. Spaces around colons and commas are
 * removed, so that the same at-rule always has the same name.
 */
export function formatAtRule({ name, params }: Pick<AtRule, 'name' | 'params'>): string {
  return shortenCss(`@${name} ${params.replace(/\s*([:,])\s*/g, '$1')}`)
}

/** Selectors as messages name them: `td > .lead, th`. */
export function formatSelectors(selectors: readonly string[]): string {
  return shortenCss(selectors.join(', '))
}

/** `!important` as it was written (`! IMPORTANT`); empty for a declaration without it. */
export function formatImportant({ important, raws }: Declaration): string {
  return important ? (raws.important?.trim() ?? '!important') : ''
}

/** CSS in one line, each run of white space as one space. */
export function formatInline(css: string): string {
  return css.replace(/\s+/g, ' ').trim()
}

/**
 * CSS in one line of at most 60 characters.
 * @param cut how many characters of a longer line stay before the ellipsis
 */
export function shortenCss(css: string, cut = 59): string {
  const line = formatInline(css)
  return line.length > 60 ? `${line.slice(0, cut)}…` : line
}

/** A text that is equal for two declarations that differ only in white space, quotes and case. */
export function declarationKey({ prop, value }: Pick<Declaration, 'prop' | 'value'>): string {
  return `${prop}:${value}`.toLowerCase().replace(/[\s"']+/g, '')
}

/** A text that is equal for two rules whose selectors, or at-rules whose parameters, differ only in white space. */
export function ruleKey(node: Rule | AtRule): string {
  const text = node.type === 'rule' ? node.selector : `@${node.name} ${node.params}`
  return text.replace(/\s*([,>+~:])\s*/g, '$1').replace(/\s+/g, ' ')
}

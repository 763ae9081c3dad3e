import type { AtRule, Container, Rule } from 'postcss'
import { memoizeText } from '../memoize-text.ts'
import { splitStyle } from './style-attribute.ts'

/** Removes the white space and the last semicolons from a style sheet, in place. */
export function minifyStyleSheet(root: Container): void {
  root.raws.semicolon = false
  root.raws.after = ''
  root.walk((node) => {
    node.raws.before = ''
    if (node.type === 'decl') {
      node.raws.between = ':'
      if (node.important) node.raws.important = '!important'
    } else {
      const container = node as Rule | AtRule
      container.raws.between = ''
      container.raws.after = ''
      container.raws.semicolon = false
      if (node.type === 'rule') node.selector = node.selector.replace(/\s*,\s*/g, ',')
    }
  })
}

/**
 * Removes the last semicolon and the white space after semicolons and colons from a `style` attribute. Works on the
 * text, so that merge tags in it stay as they are.
 * @param style the value as HTML writes it, with character references (`&quot;`)
 */
export const minifyStyle: (style: string) => string = memoizeText((style) => {
  const [first = '', ...others] = splitStyle(style)
  const parts = [first, ...others.map((part) => part.trimStart())]
  if (parts.length > 1 && parts.at(-1) === '') parts.pop()
  return parts.map((part) => part.replace(/^([a-z-]+):\s+/, '$1:')).join(';')
})

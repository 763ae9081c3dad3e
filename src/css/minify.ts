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
 * text, so that merge tags in it stay as they are. Declarations that a later one of the same attribute overrides, as `margin: 0`
 * does `margin-top`, are removed.
 * @param style the value as HTML writes it, with character references (`&quot;`)
 */
export const minifyStyle: (style: string) => string = memoizeText((style) => {
  const [first = '', ...others] = splitStyle(style)
  const parts = [first, ...others.map((part) => part.trimStart())]
  if (parts.length > 1 && parts.at(-1) === '') parts.pop()
  return removeOverridden(parts.map((part) => part.replace(/^([a-z-]+):\s+/, '$1:'))).join(';')
})

/** Values that every mail client knows: one that it does not know would override nothing. */
const plainShorthand = /^(margin|padding|border):(?:0|none|[\d.]+px|auto|solid|#[0-9a-f]{6}|\s)+$/i
const longhand = /^(margin|padding|border)-(?:top|right|bottom|left|color|width|style)(?:-\w+)?:[^!]*$/i

function removeOverridden(parts: readonly string[]): readonly string[] {
  if (parts.length < 2) return parts
  const lastShorthand = new Map<string | undefined, number>()
  for (const [index, part] of parts.entries()) lastShorthand.set(plainShorthand.exec(part)?.[1], index)
  return parts.filter((part, index) => {
    const [, property] = longhand.exec(part) ?? []
    return property === undefined || (lastShorthand.get(property) ?? -1) < index
  })
}

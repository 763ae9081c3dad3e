import postcss, {
  type AtRule,
  type ChildNode,
  type Container,
  CssSyntaxError,
  type Declaration,
  type Document,
  type Node,
  type Root,
} from 'postcss'
import { memoizeText } from '../memoize-text.ts'

/**
 * Parses the text of a `<style>` or of a `style` attribute.
 * @returns an empty tree for CSS that cannot be parsed; the syntax errors of a template's own style sheet are reported
 * by `compileStyleSheet`
 */
export function parseStyleSheet(css: string): Root {
  try {
    // Source maps would make postcss look for a file, and throw an error for one that it cannot decode.
    return postcss.parse(css, { map: false })
  } catch (error) {
    if (error instanceof CssSyntaxError) return postcss.root()
    throw error
  }
}

/**
 * `parseStyleSheet` for readers: several checks read the same `<style>` and the same attributes, one after the other.
 * @returns a tree that is shared, and must not be changed
 */
export const parseSharedSheet: (css: string) => Root = memoizeText(parseStyleSheet, 200)

/** Finds why a style sheet cannot be parsed, with the offset of the place. */
export function findSyntaxError(css: string): { offset: number; reason: string } | undefined {
  try {
    postcss.parse(css, { map: false })
    return undefined
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    const { line = 1, column = 1, reason } = error
    const before = css.split('\n').slice(0, line - 1)
    return { offset: before.join('\n').length + (line > 1 ? 1 : 0) + column - 1, reason }
  }
}

/**
 * Parses the value of a `style` attribute.
 * @returns its declarations in order, those in nested rules included; none for CSS that cannot be parsed. They are shared, and must
 *   not be changed
 */
export function parseDeclarations(style: string): Declaration[] {
  const declarations: Declaration[] = []
  parseSharedSheet(style).walkDecls((declaration) => void declarations.push(declaration))
  return declarations
}

/**
 * The properties of a `style` attribute and their values, as they are written. The last declaration of a property wins.
 * Shorthands are not expanded, and `!important` is ignored.
 */
export function parseProperties(style: string): Map<string, string> {
  return new Map(parseDeclarations(style).map(({ prop, value }) => [prop, value]))
}

/**
 * The names of the properties that a `style` attribute sets in a template, where Liquid can stand between declarations:
 * `color:red;{% if wide %}width:600px{% endif %}`.
 */
export function listTemplateProperties(style: string): Set<string> {
  const names = style.matchAll(/(?:^|;|\})\s*([\w-]+)\s*:/g)
  return new Set([...names].map(([, name = '']) => name))
}

/** The declarations that stand directly in a rule or a `style` attribute, without those of nested rules. */
export function directDeclarations(container: Container): Declaration[] {
  return (container.nodes ?? []).filter((node) => node.type === 'decl')
}

/** How many declarations a piece of CSS contains. */
export function countDeclarations(node: ChildNode | Root): number {
  if (node.type === 'decl') return 1
  if (node.type === 'comment') return 0
  return (node.nodes ?? []).reduce((sum, child) => sum + countDeclarations(child), 0)
}

/**
 * The conditions under which a rule applies: the parameters of each `@media` around it, innermost first, and the name
 * of any other at-rule (`@supports`).
 * @param parent what the rule stands in
 */
export function enclosingConditions(parent: Node | Document | undefined): string[] {
  if (parent?.type !== 'atrule') return []
  const { name, params, parent: outer } = parent as AtRule
  return [name === 'media' ? params : `@${name}`, ...enclosingConditions(outer)]
}

import type { JuiceNode } from 'juice/client.js'
import utils from 'juice/lib/utils.js'
import type { ChildNode, Rule } from 'postcss'
import { parseStyleSheet } from '../css/parse-css.ts'
import {
  extractRequiredNames,
  extractVisibleFeatures,
  type VisibleFeatures,
} from '../css/visible-features.ts'
import { childElements, createStyleContext, type StyleContext } from './style-contexts.ts'

/** A style sheet whose rules see no more of a document than contexts, and what it gave for those met so far. */
export interface ContextSheet {
  rules: SheetRule[]
  features: VisibleFeatures
  /** The context of a document itself. */
  root: StyleContext
  /** How many styles the contexts have. */
  size: number
}

/** A rule, or all of a style sheet whose rules cannot be told apart. */
interface SheetRule {
  text: string
  /** For each of its selectors, the names without which it matches nothing. */
  required: string[][]
}

/** A rule in which nothing but its own braces can end it for juice, which reads CSS in its own way. */
const plainRule = /^[^{}@\\]+\{[^{}@\\]+\}$/

/**
 * Creates a sheet.
 * @returns `undefined` for a style sheet with a selector that sees more than contexts, which has to be inlined into whole documents
 */
export function createContextSheet(css: string): ContextSheet | undefined {
  const plain = parsePlainRules(css)
  const selectors = plain
    ? plain.flatMap((rule) => rule.selectors)
    : utils.parseCSS(css).map(([selector]) => selector)
  const features = extractVisibleFeatures(selectors)
  if (!features) return undefined
  const rules = plain?.map((rule) => ({
    text: rule.toString(),
    required: rule.selectors.map(extractRequiredNames),
  }))
  return { rules: rules ?? [{ text: css, required: [[]] }], features, root: createStyleContext(), size: 0 }
}

/** The rules of a style sheet; `undefined` for one with anything that juice could read in another way. */
function parsePlainRules(css: string): Rule[] | undefined {
  const nodes = parseStyleSheet(css).nodes.filter((node) => !isRemark(node))
  const rules = nodes.filter((node) => node.type === 'rule')
  const isPlain = rules.map(String).every((text) => plainRule.test(text) && !text.includes('/*'))
  return isPlain && rules.length > 0 && rules.length === nodes.length ? rules : undefined
}

/** Whether a node is a comment that tells juice nothing. */
function isRemark(node: ChildNode): boolean {
  return node.type === 'comment' && !node.text.includes('juice')
}

/**
 * Formats the rules of a sheet that can match elements of a document, in their order. juice compiles each selector and looks for it
 * in all of the document, and most rules of a template are for blocks that an issue does not have.
 */
export function formatNeededRules({ rules }: ContextSheet, root: JuiceNode): string {
  const names = new Set<string>()
  const visit = (node: JuiceNode): void => {
    for (const element of childElements(node)) {
      names.add(element.name.toLowerCase())
      for (const className of element.attribs.class?.split(/\s+/) ?? [])
        names.add(`.${className.toLowerCase()}`)
      visit(element)
    }
  }
  visit(root)
  return rules
    .filter(({ required }) => required.some((own) => own.every((name) => names.has(name))))
    .map(({ text }) => text)
    .join('\n')
}

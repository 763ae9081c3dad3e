import type { Root as HastRoot } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import type { AtRule, ChildNode, Declaration, Root, Rule } from 'postcss'
import type { VFile } from 'vfile'
import { declarationKey, ruleKey } from '../../css/format-css.ts'
import { parseDeclarations, parseSharedSheet, parseStyleSheet } from '../../css/parse-css.ts'
import { replaceVariables } from '../../css/replace-variables.ts'
import { listElements } from '../../hast/find-element.ts'
import { memoize } from '../../hast/memoize.ts'
import { type CssUse, findInlinedUses, findSheetUses } from '../../mail-clients/find-css-uses.ts'
import { memoizeText } from '../../memoize-text.ts'
import type { Theme } from '../../theme/theme.ts'
import type { CheckContext, Origin } from '../check.ts'
import type { Found } from './found.ts'

/** A style sheet of the template. */
export interface TemplateSheet {
  file: VFile
  root: Root
}

/**
 * Parses the template's style sheets and replaces its design tokens, which never reach a mail client, by their values.
 * The result is shared by all issues with the template.
 */
export const parseTemplateSheets = memoize(({ styleSheets, tokens }: Theme): TemplateSheet[] =>
  styleSheets.map((file) => {
    const root = parseStyleSheet(String(file))
    root.walkDecls((node) => {
      node.value = replaceVariables(node.value, (whole, name, fallback) =>
        fallback === undefined ? String(tokens[name] ?? whole) : whole,
      )
    })
    return { file, root }
  }),
)

/**
 * Finds the features that the template's style sheets use, with their lines. Only the CSS that is in the HTML of this
 * issue counts. The selectors of rules that were written into `style` attributes need no support.
 */
export function checkStyleSheets({ document }: CheckContext, sheets: TemplateSheet[]): Found[] {
  const { inline, head } = collectCss(document)
  const all: Found[] = []
  for (const part of divideSheets(sheets)) {
    if (head.has(part.key)) all.push(...findPartUses(part))
    else for (const own of part.declarations) if (inline.has(own.key)) all.push(...findDeclarationUses(own))
  }
  return all
}

/** A rule or an at-rule of a style sheet. */
interface SheetPart {
  file: VFile
  node: Rule | AtRule
  /** Its `ruleKey`. */
  key: string
  /** Those of a rule. */
  declarations: SheetDeclaration[]
}

interface SheetDeclaration {
  file: VFile
  rule: Rule
  node: Declaration
  /** Its `declarationKey`. */
  key: string
}

const divideSheets = memoize((sheets: TemplateSheet[]): SheetPart[] =>
  sheets.flatMap(({ file, root }) =>
    unwrapInlineRules(root).flatMap((node): SheetPart[] => {
      if (node.type !== 'rule' && node.type !== 'atrule') return []
      const declarations: SheetDeclaration[] = []
      if (node.type === 'rule')
        node.walkDecls((own) => {
          declarations.push({ file, rule: node, node: own, key: declarationKey(own) })
        })
      return [{ file, node, key: ruleKey(node), declarations }]
    }),
  ),
)

/**
 * The uses of a part that is in a `<style>`. They are the same for all issues with the template, and found when the first of
 * these has the part: a template has rules for every block.
 */
const findPartUses = memoize(({ file, node }: SheetPart): Found[] =>
  findSheetUses(node).map((use) => locateUse(file, use)),
)

/** The uses of a declaration that is in a `style` attribute, which are found in the same way. */
const findDeclarationUses = memoize(({ file, rule, node }: SheetDeclaration): Found[] =>
  findInlinedUses(rule, (other) => other === node).map((use) => locateUse(file, use)),
)

function locateUse(file: VFile, { use, node }: CssUse): Found {
  return { use, at: { file, position: resolvePosition(node) }, isRaw: false }
}

/** The CSS of the finished HTML. */
interface CollectedCss {
  /** The declarations in `style` attributes, by `declarationKey`. */
  inline: Set<string>
  /** The rules and at-rules in `<style>`s, by `ruleKey`. */
  head: Set<string>
}

function collectCss(document: HastRoot): CollectedCss {
  const styles = new Set<string>()
  const sheets: string[] = []
  for (const element of listElements(document)) {
    if (typeof element.properties.style === 'string') styles.add(element.properties.style)
    if (element.tagName === 'style') sheets.push(toText(element))
  }
  return { inline: new Set([...styles].flatMap(listDeclarations)), head: new Set(sheets.flatMap(listRules)) }
}

/** The `declarationKey`s of a `style` attribute. */
const listDeclarations = memoizeText((style) => parseDeclarations(style).map(declarationKey))

/** The `ruleKey`s of a `<style>`. */
const listRules = memoizeText(
  (css) =>
    parseSharedSheet(css).nodes.flatMap((node) =>
      node.type === 'rule' || node.type === 'atrule' ? [ruleKey(node)] : [],
    ),
  50,
)

/** The nodes of a style sheet, with the rules of each `@inline` and `@used` instead of it. */
function unwrapInlineRules(sheet: Root): ChildNode[] {
  return sheet.nodes.flatMap((node) =>
    node.type === 'atrule' && (node.name === 'inline' || node.name === 'used') ? (node.nodes ?? []) : [node],
  )
}

/** The place of a declaration, or of the first line of a rule's selector. */
function resolvePosition(node: ChildNode): Origin['position'] {
  const { start, end } = node.source ?? {}
  if (!start || !end) return undefined
  const from = { line: start.line, column: start.column }
  if (node.type === 'decl') return { start: from, end: { line: end.line, column: end.column + 1 } }
  const header =
    node.type === 'rule' ? node.selector : node.type === 'atrule' ? `@${node.name} ${node.params}` : ''
  const length = header.split('\n')[0]?.length ?? 0
  return { start: from, end: { line: start.line, column: start.column + length } }
}

import type { Root as HastRoot } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import type { ChildNode, Root } from 'postcss'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { declarationKey, ruleKey } from '../../css/format-css.ts'
import { parseDeclarations, parseStyleSheet } from '../../css/parse-css.ts'
import { replaceVariables } from '../../css/replace-variables.ts'
import { findInlinedUses, findSheetUses } from '../../mail-clients/find-css-uses.ts'
import type { Theme } from '../../theme/theme.ts'
import type { CheckContext, Origin } from '../check.ts'
import type { Found } from './found.ts'

/** A style sheet of the template. */
export interface TemplateSheet {
  file: VFile
  root: Root
}

/** Parses the template's style sheets and replaces its design tokens, which never reach a mail client, by their values. */
export function parseTemplateSheets({ styleSheets, tokens }: Theme): TemplateSheet[] {
  return styleSheets.map((file) => {
    const root = parseStyleSheet(String(file))
    root.walkDecls((node) => {
      node.value = replaceVariables(node.value, (whole, name, fallback) =>
        fallback === undefined ? String(tokens[name] ?? whole) : whole,
      )
    })
    return { file, root }
  })
}

/**
 * Finds the features that the template's style sheets use, with their lines. Only the CSS that is in the HTML of this
 * issue counts. The selectors of rules that were written into `style` attributes need no support.
 */
export function checkStyleSheets({ document }: CheckContext, sheets: TemplateSheet[]): Found[] {
  const { inline, head } = collectCss(document)
  return sheets.flatMap(({ file, root }) => {
    const uses = unwrapInlineRules(root).flatMap((node) => {
      if (node.type !== 'rule' && node.type !== 'atrule') return []
      if (head.has(ruleKey(node))) return findSheetUses(node)
      return node.type === 'rule' ? findInlinedUses(node, (own) => inline.has(declarationKey(own))) : []
    })
    return uses.map(({ use, node }) => ({ use, at: { file, position: resolvePosition(node) }, isRaw: false }))
  })
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
  visit(document, 'element', (element) => {
    if (typeof element.properties.style === 'string') styles.add(element.properties.style)
    if (element.tagName === 'style') sheets.push(toText(element))
  })
  const inline = new Set([...styles].flatMap(parseDeclarations).map(declarationKey))
  const head = new Set<string>()
  for (const node of sheets.flatMap((sheet) => parseStyleSheet(sheet).nodes))
    if (node.type === 'rule' || node.type === 'atrule') head.add(ruleKey(node))
  return { inline, head }
}

/** The nodes of a style sheet, with the rules of each `@inline` instead of it. */
function unwrapInlineRules(sheet: Root): ChildNode[] {
  return sheet.nodes.flatMap((node) =>
    node.type === 'atrule' && node.name === 'inline' ? (node.nodes ?? []) : [node],
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

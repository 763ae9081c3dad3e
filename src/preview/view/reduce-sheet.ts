import type { AtRule, ChildNode, Container, Rule } from 'postcss'
import { formatAtRule, formatSelectors } from '../../css/format-css.ts'
import { countDeclarations, parseStyleSheet } from '../../css/parse-css.ts'
import { isKeyframe, splitSelectors } from '../../css/selectors.ts'
import { atRuleUses, findSheetUses } from '../../mail-clients/find-css-uses.ts'
import { selectorAudience } from '../../mail-clients/selector-audience.ts'
import { selectorFeatures } from '../../mail-clients/selector-features.ts'
import type { ClientReader } from './client-reader.ts'
import { type CssLoss, type ReducedCss, reduceDeclaration, removesAll } from './reduce-declaration.ts'

type Client = Pick<ClientReader, 'client' | 'findLack'>

/**
 * Removes from the text of a `<style>` what a client lacks: at-rules and selectors with their content, and declarations.
 * From a list of selectors only those are removed that the client lacks, except for clients that ignore the whole rule.
 * @param css CSS that cannot be parsed is returned as it is
 */
export function reduceSheet(css: string, client: Client): ReducedCss {
  const sheet = parseStyleSheet(css)
  if (sheet.nodes.length === 0) return { css, losses: [] }
  const total = countDeclarations(sheet)
  const losses = reduceNodes(sheet, client)
  const fatal = losses.find((loss) => removesAll(loss, 'sheet'))
  if (fatal) return { css: '', losses: [{ ...fatal, weight: total }] }
  return { css: sheet.toString(), losses }
}

function reduceNodes(parent: Container, client: Client): CssLoss[] {
  return [...((parent.nodes ?? []) as ChildNode[])].flatMap((node) => {
    if (node.type === 'comment') return []
    if (node.type === 'decl')
      return reduceDeclaration(node, (each) => findSheetUses(each).map(({ use }) => use), client.findLack)
    const losses = node.type === 'rule' ? reduceSelectors(node, client) : reduceAtRule(node, client)
    const isRemoved = node.parent === undefined
    return isRemoved ? losses : [...losses, ...reduceNodes(node, client)]
  })
}

function reduceAtRule(node: AtRule, { findLack }: Client): CssLoss[] {
  const lack = findLack(atRuleUses(node))
  if (!lack) return []
  node.remove()
  return [{ what: formatAtRule(node), ...lack, weight: countDeclarations(node) }]
}

function reduceSelectors(rule: Rule, { client, findLack }: Client): CssLoss[] {
  if (isKeyframe(rule)) return []
  const isNested = rule.parent?.type === 'rule'
  const weight = countDeclarations(rule)
  const losses: CssLoss[] = []
  const supported = splitSelectors(rule.selector).filter((selector) => {
    const lack = findLack(selectorFeatures(selector, isNested))
    if (lack) losses.push({ what: formatSelectors([selector]), ...lack, weight })
    return !lack
  })
  const lack = supported.length > 1 ? findLack(selectorFeatures(supported.join(','), isNested)) : undefined
  if (lack) losses.push({ what: formatSelectors(supported), ...lack, weight })
  if (lack || supported.length === 0) rule.remove()
  else rule.selectors = supported.map((selector) => matchInBrowser(selector, client))
  return losses
}

/** Selectors that only one client makes match, and selectors of the same specificity that match in a browser. */
const clientSelectors: [pattern: RegExp, replacement: string][] = [
  [/^u\s*\+/i, 'head +'],
  [/^#outlook\b/i, ':is(html,#outlook)'],
  [/\.ExternalClass\b/, ':is(html,.ExternalClass)'],
]

/**
 * Makes a selector for one client match in a browser: Gmail puts a `<u>` before the body, so that `u + .body` matches in
 * Gmail alone. For all other clients the selector stays as it is, and matches nothing.
 * @param selector a single selector, without commas
 */
function matchInBrowser(selector: string, client: string): string {
  if (!selectorAudience([selector])?.includes(client)) return selector
  return clientSelectors.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    selector,
  )
}

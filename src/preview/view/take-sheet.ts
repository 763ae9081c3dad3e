import type { AtRule, ChildNode, Container, Rule } from 'postcss'
import { parseCss, toSheetUses } from '../../checks/client-support/to-css-uses.ts'
import { toAtRuleUses } from '../../clients/to-at-rule-uses.ts'
import { splitList, toSelectorUses } from '../../clients/to-selector-uses.ts'
import { countDeclarations } from './count-declarations.ts'
import { toAtRuleWords, toSelectorWords } from './css-words.ts'
import { type CssLoss, type LeftCss, takeDeclaration } from './take-declaration.ts'
import { takesAll } from './takes-all.ts'
import { toHooked } from './to-hooked.ts'
import type { ToLack } from './to-lacks.ts'

/** Who looks at a style sheet. */
interface Client {
  name: string
  toLack: ToLack
}

/**
 * Takes from the text of a `<style>` what a client lacks: at-rules and selectors with all that is in them, and
 * declarations. Of a list of selectors only those go that the client lacks; some clients drop the whole rule.
 * @param css one that cannot be read stays as it is
 * @param name the client's platform
 * @param toLack what it lacks
 */
export function takeSheet(css: string, name: string, toLack: ToLack): LeftCss {
  const sheet = parseCss(css)
  if (sheet.nodes.length === 0) return { css, losses: [] }
  const all = countDeclarations(sheet)
  const losses = takeNodes(sheet, { name, toLack })
  const fatal = losses.find((loss) => takesAll(loss, 'sheet'))
  if (fatal) return { css: '', losses: [{ ...fatal, weight: all }] }
  return { css: sheet.toString(), losses }
}

function takeNodes(parent: Container, client: Client): CssLoss[] {
  return [...((parent.nodes ?? []) as ChildNode[])].flatMap((node) => {
    if (node.type === 'comment') return []
    if (node.type === 'decl')
      return takeDeclaration(node, (each) => toSheetUses(each).map(({ use }) => use), client.toLack)
    const losses = node.type === 'rule' ? takeSelectors(node, client) : takeAtRule(node, client)
    return node.parent === undefined ? losses : [...losses, ...takeNodes(node, client)]
  })
}

function takeAtRule(node: AtRule, { toLack }: Client): CssLoss[] {
  const { name, params, parent } = node
  const outer = parent?.type === 'atrule' ? (parent as AtRule).params : undefined
  const lack = toLack(toAtRuleUses(name, params, outer))
  if (!lack) return []
  node.remove()
  return [{ what: toAtRuleWords(node), ...lack, weight: countDeclarations(node) }]
}

function takeSelectors(rule: Rule, { name, toLack }: Client): CssLoss[] {
  const { parent } = rule
  // A keyframe's name is no selector.
  if (parent?.type === 'atrule' && /keyframes$/i.test((parent as AtRule).name)) return []
  const isNested = parent?.type === 'rule'
  const weight = countDeclarations(rule)
  const losses: CssLoss[] = []
  const kept = splitList(rule.selector).filter((part) => {
    const lack = toLack(toSelectorUses(part, isNested))
    if (lack) losses.push({ what: toSelectorWords([part]), ...lack, weight })
    return !lack
  })
  const lack = kept.length > 1 ? toLack(toSelectorUses(kept.join(','), isNested)) : undefined
  if (lack) losses.push({ what: toSelectorWords(kept), ...lack, weight })
  if (lack || kept.length === 0) rule.remove()
  else rule.selectors = kept.map((part) => toHooked(part, name))
  return losses
}

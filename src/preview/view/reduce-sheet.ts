import type { AtRule, ChildNode, Container, Rule } from 'postcss'
import { findSheetUses, parseCss } from '../../checks/client-support/find-css-uses.ts'
import { atRuleFeatures } from '../../mail-clients/at-rule-features.ts'
import { selectorFeatures, splitList } from '../../mail-clients/selector-features.ts'
import { countDeclarations } from './count-declarations.ts'
import { formatAtRule, formatSelector } from './format-css.ts'
import { hookedSelector } from './hooked-selector.ts'
import type { FindLack } from './lacks.ts'
import { type CssLoss, type LeftCss, reduceDeclaration } from './reduce-declaration.ts'
import { removesAll } from './removes-all.ts'

/** Who looks at a style sheet. */
interface Client {
  name: string
  toLack: FindLack
}

/**
 * Takes from the text of a `<style>` what a client lacks: at-rules and selectors with all that is in them, and
 * declarations. Of a list of selectors only those go that the client lacks; some clients drop the whole rule.
 * @param css one that cannot be read stays as it is
 * @param name the client's platform
 * @param toLack what it lacks
 */
export function reduceSheet(css: string, name: string, toLack: FindLack): LeftCss {
  const sheet = parseCss(css)
  if (sheet.nodes.length === 0) return { css, losses: [] }
  const all = countDeclarations(sheet)
  const losses = takeNodes(sheet, { name, toLack })
  const fatal = losses.find((loss) => removesAll(loss, 'sheet'))
  if (fatal) return { css: '', losses: [{ ...fatal, weight: all }] }
  return { css: sheet.toString(), losses }
}

function takeNodes(parent: Container, client: Client): CssLoss[] {
  return [...((parent.nodes ?? []) as ChildNode[])].flatMap((node) => {
    if (node.type === 'comment') return []
    if (node.type === 'decl')
      return reduceDeclaration(node, (each) => findSheetUses(each).map(({ use }) => use), client.toLack)
    const losses = node.type === 'rule' ? takeSelectors(node, client) : takeAtRule(node, client)
    return node.parent === undefined ? losses : [...losses, ...takeNodes(node, client)]
  })
}

function takeAtRule(node: AtRule, { toLack }: Client): CssLoss[] {
  const { name, params, parent } = node
  const outer = parent?.type === 'atrule' ? (parent as AtRule).params : undefined
  const lack = toLack(atRuleFeatures(name, params, outer))
  if (!lack) return []
  node.remove()
  return [{ what: formatAtRule(node), ...lack, weight: countDeclarations(node) }]
}

function takeSelectors(rule: Rule, { name, toLack }: Client): CssLoss[] {
  const { parent } = rule
  // A keyframe's name is no selector.
  if (parent?.type === 'atrule' && /keyframes$/i.test((parent as AtRule).name)) return []
  const isNested = parent?.type === 'rule'
  const weight = countDeclarations(rule)
  const losses: CssLoss[] = []
  const kept = splitList(rule.selector).filter((part) => {
    const lack = toLack(selectorFeatures(part, isNested))
    if (lack) losses.push({ what: formatSelector([part]), ...lack, weight })
    return !lack
  })
  const lack = kept.length > 1 ? toLack(selectorFeatures(kept.join(','), isNested)) : undefined
  if (lack) losses.push({ what: formatSelector(kept), ...lack, weight })
  if (lack || kept.length === 0) rule.remove()
  else rule.selectors = kept.map((part) => hookedSelector(part, name))
  return losses
}

import type { AtRule, ChildNode, Declaration, Root, Rule } from 'postcss'
import { isDarkQuery } from './media-queries.ts'

/**
 * Moves the rules of a media query into the first one with the same condition, in place, and removes rules that a later one
 * with the same selector overrides: a template's second style sheet repeats the queries of the first one. A query stays where it
 * is if a rule between the two sets one of its properties.
 */
export function mergeQueries(sheet: Root): void {
  const first = new Map<string, AtRule>()
  for (const node of [...sheet.nodes]) {
    if (node.type !== 'atrule' || node.name !== 'media' || !node.nodes) continue
    const earlier = first.get(node.params)
    if (earlier && canMove(node, earlier, sheet)) {
      earlier.append(node.nodes)
      node.remove()
      removeOverridden(earlier)
    } else first.set(node.params, node)
  }
}

function canMove(query: AtRule, earlier: AtRule, sheet: Root): boolean {
  const own = listProperties(query)
  const between = sheet.nodes.slice(sheet.index(earlier) + 1, sheet.index(query))
  return between.every((node) => {
    if (isDarkQuery(query.params) && isForOutlook(node)) return true
    return !listProperties(node).some((property) => own.includes(property))
  })
}

/** The Outlooks that mark elements whose colours they have changed do not know dark mode by a media query. */
function isForOutlook(node: ChildNode): boolean {
  return node.type === 'rule' && node.selectors.every((selector) => selector.startsWith('[data-og'))
}

/** What a rule, or those in an at-rule, set: `border` for `border-color` as well. */
function listProperties(node: ChildNode): string[] {
  const declarations: Declaration[] = []
  if (node.type === 'rule' || node.type === 'atrule') node.walkDecls((each) => void declarations.push(each))
  return declarations.map(({ prop }) => prop.replace(/(?<=\w)-.*/, ''))
}

function removeOverridden(query: AtRule): void {
  const rules = (query.nodes ?? []).filter((node): node is Rule => node.type === 'rule')
  for (const [index, rule] of rules.entries()) {
    const later = rules.slice(index + 1).filter(({ selector }) => selector === rule.selector)
    if (later.some((each) => overrides(each, rule))) rule.remove()
  }
}

/** Whether a rule sets all that an earlier one sets, by the same names. */
function overrides(later: Rule, earlier: Rule): boolean {
  const list = ({ nodes }: Rule) =>
    nodes.flatMap((node) => (node.type === 'decl' ? [`${node.prop} ${node.important ?? false}`] : []))
  const own = list(later)
  return list(earlier).every((declaration) => own.includes(declaration))
}

import type { AtRule, ChildNode, Container, Declaration, Rule } from 'postcss'
import { formatImportant } from '../css/format-css.ts'
import { isKeyframe, splitSelectors, subjectTagName } from '../css/selectors.ts'
import { atRuleFeatures } from './at-rule-features.ts'
import { declarationFeatures } from './declaration-features.ts'
import { elementFeatures } from './element-features.ts'
import type { FeatureUse } from './feature-use.ts'
import { selectorAudience } from './selector-audience.ts'
import { selectorFeatures } from './selector-features.ts'

/** A feature that a style sheet uses, and the node that uses it. */
export interface CssUse {
  use: FeatureUse
  node: ChildNode
}

/**
 * The features that a declaration in a `style` attribute uses.
 * @param tagName the element with the attribute; `undefined` when it is unknown
 */
export function inlineDeclarationUses(node: Declaration, tagName: string | undefined): FeatureUse[] {
  return declarationUses(node, { tagName, inline: true })
}

/**
 * The features that a rule's declarations use once they are written into `style` attributes.
 * @param isInlined whether a declaration was written into one
 */
export function findInlinedUses(rule: Rule, isInlined: (node: Declaration) => boolean): CssUse[] {
  const tagName = commonTagName(splitSelectors(rule.selector))
  const found: CssUse[] = []
  rule.walkDecls((node) => {
    if (!isInlined(node)) return
    for (const use of inlineDeclarationUses(node, tagName)) found.push({ use, node })
  })
  return found
}

/**
 * The features that a part of a `<style>` uses: its selectors, at-rules and declarations.
 * @param within the uses of the at-rules around it, and of `<style>` itself
 */
export function findSheetUses(node: ChildNode, within = elementFeatures('style')): CssUse[] {
  if (node.type === 'comment') return []
  const own = nodeUses(node)
  const uses = own.map((use) => ({ use: { ...use, within }, node }))
  if (node.type === 'decl') return uses
  const around = node.type === 'atrule' ? [...own, ...within] : within
  return [...uses, ...(node.nodes ?? []).flatMap((child) => findSheetUses(child, around))]
}

/** The features that an at-rule uses, without its content. */
export function atRuleUses({ name, params, parent }: AtRule): FeatureUse[] {
  return atRuleFeatures(name, params, parent?.type === 'atrule' ? (parent as AtRule).params : undefined)
}

function nodeUses(node: Declaration | Rule | AtRule): FeatureUse[] {
  if (node.type === 'atrule') return atRuleUses(node)
  const parent = node.parent as Container | undefined
  if (node.type === 'rule')
    return isKeyframe(node) ? [] : selectorFeatures(node.selector, parent?.type === 'rule')
  const selectors = parent?.type === 'rule' ? splitSelectors((parent as Rule).selector) : []
  const only = selectorAudience(selectors)
  const uses = declarationUses(node, { tagName: commonTagName(selectors), inline: false })
  return only ? uses.map((use) => ({ ...use, only })) : uses
}

/** The element that all selectors of a rule match; `undefined` when they match different elements. */
function commonTagName(selectors: string[]): string | undefined {
  const [tagName, ...others] = new Set(selectors.map(subjectTagName))
  return others.length === 0 ? tagName : undefined
}

function declarationUses(
  node: Declaration,
  where: { tagName: string | undefined; inline: boolean },
): FeatureUse[] {
  const { prop, value } = node
  return declarationFeatures({ property: prop, value, important: formatImportant(node), ...where })
}

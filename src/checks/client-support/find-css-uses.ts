import postcss, {
  type AtRule,
  type ChildNode,
  type Container,
  CssSyntaxError,
  type Declaration,
  type Root,
  type Rule,
} from 'postcss'
import { atRuleFeatures } from '../../mail-clients/at-rule-features.ts'
import { declarationFeatures } from '../../mail-clients/declaration-features.ts'
import { elementFeatures } from '../../mail-clients/element-features.ts'
import type { FeatureUse } from '../../mail-clients/feature-use.ts'
import { selectorAudience } from '../../mail-clients/selector-audience.ts'
import { selectorFeatures, selectorTagName, splitList } from '../../mail-clients/selector-features.ts'

/** A use and the node of the style sheet that it was found in. */
export interface CssUse {
  use: FeatureUse
  node: ChildNode
}

/** Reads a style sheet or the declarations of a `style` attribute; one with mistakes is told elsewhere and is empty here. */
export function parseCss(text: string): Root {
  try {
    return postcss.parse(text)
  } catch (error) {
    if (error instanceof CssSyntaxError) return postcss.root()
    throw error
  }
}

/** What the declarations of a `style` attribute use. */
export function findAttributeStyleUses(style: Root, tagName: string): FeatureUse[] {
  const uses: FeatureUse[] = []
  style.walkDecls((node) => void uses.push(...toUses(node, { tagName, inline: true })))
  return uses
}

/** What the declarations of a rule use that came to stand in `style` attributes. */
export function findInlinedUses(rule: Rule, isThere: (node: Declaration) => boolean): CssUse[] {
  const tagName = toCommonTagName(splitList(rule.selector))
  const found: CssUse[] = []
  rule.walkDecls((node) => {
    if (!isThere(node)) return
    for (const use of toUses(node, { tagName, inline: true })) found.push({ use, node })
  })
  return found
}

/**
 * What a part of a style sheet uses that stands in `<style>`: selectors, at-rules and declarations.
 * @param within the at-rules around it, and `<style>` itself
 */
export function findSheetUses(node: ChildNode, within = elementFeatures('style')): CssUse[] {
  if (node.type === 'comment') return []
  const own = toOwnUses(node)
  const uses = own.map((use) => ({ use: { ...use, within }, node }))
  if (node.type === 'decl') return uses
  const around = node.type === 'atrule' ? [...own, ...within] : within
  return [...uses, ...(node.nodes ?? []).flatMap((child) => findSheetUses(child, around))]
}

function toOwnUses(node: Declaration | Rule | AtRule): FeatureUse[] {
  const parent: Container | undefined = node.parent as Container | undefined
  if (node.type === 'atrule')
    return atRuleFeatures(
      node.name,
      node.params,
      parent?.type === 'atrule' ? (parent as AtRule).params : undefined,
    )
  // A keyframe's name is no selector.
  if (node.type === 'rule')
    return /keyframes$/i.test((parent as AtRule).name ?? '')
      ? []
      : selectorFeatures(node.selector, parent?.type === 'rule')
  const selectors = parent?.type === 'rule' ? splitList((parent as Rule).selector) : []
  const only = selectorAudience(selectors)
  const uses = toUses(node, { tagName: toCommonTagName(selectors), inline: false })
  return only ? uses.map((use) => ({ ...use, only })) : uses
}

/** The element that all selectors of a rule end in, if it is the same. */
function toCommonTagName(selectors: string[]): string | undefined {
  const [tagName, ...others] = new Set(selectors.map(selectorTagName))
  return others.length === 0 ? tagName : undefined
}

function toUses(node: Declaration, where: { tagName: string | undefined; inline: boolean }): FeatureUse[] {
  const important = node.important ? (node.raws.important?.trim() ?? '!important') : ''
  return declarationFeatures({ property: node.prop, value: node.value, important, ...where })
}

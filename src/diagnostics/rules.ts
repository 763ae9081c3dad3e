/**
 * The registry of all rules that are not checks: what a message of a rule means, why it matters and what to do. Checks
 * are explained in their own files under `checks/`; `newsletter/list-rules.ts` lists both.
 */
import { formatRuleUrl } from './rule-url.ts'
import { blockRules } from './rules/block-rules.ts'
import { contentRules } from './rules/content-rules.ts'
import { newsletterRules } from './rules/newsletter-rules.ts'
import type { RuleText } from './rules/rule-text.ts'
import { templateRules } from './rules/template-rules.ts'

/** The texts of each rule, by its id. */
export const rules = { ...newsletterRules, ...contentRules, ...blockRules, ...templateRules }

/** The name of a rule that is not a check, as messages have it: `noun-aspect`. */
export type RuleId = keyof typeof rules

/** A rule with its texts and its address. */
export interface Rule extends RuleText {
  id: string
  /** Where the docs explain it. */
  url: string
}

/** Whether a name is that of a rule in the registry; checks are not in it. */
export function isRuleId(name: string): name is RuleId {
  return Object.hasOwn(rules, name)
}

/** A rule of the registry. */
export function findRule(id: RuleId): Rule {
  return { id, ...rules[id], url: formatRuleUrl(id) }
}

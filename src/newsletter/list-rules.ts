import { formatRuleUrl } from '../diagnostics/rule-url.ts'
import { findRule, isRuleId, type Rule, rules } from '../diagnostics/rules.ts'
import { shippedChecks } from './list-checks.ts'

/** A rule as the docs list it; a check has one text for why it matters and how to fix it. */
export interface ListedRule extends Omit<Rule, 'fix'> {
  fix?: string
  /** Whether it is a check, which the config and comments can switch off. */
  isCheck: boolean
}

/** Lists every rule of messages: the shipped checks in their order, then the registry's rules by name. */
export function listRules(): ListedRule[] {
  const checkRules = shippedChecks.map(({ name, summary, note }) => ({
    id: name,
    title: summary,
    explanation: note,
    url: formatRuleUrl(name),
    isCheck: true,
  }))
  const others = Object.keys(rules).filter(isRuleId).sort()
  return [...checkRules, ...others.map((id) => ({ ...findRule(id), isCheck: false }))]
}

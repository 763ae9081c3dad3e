import { findLevel } from '../diagnostics/rule-levels.ts'
import { formatRuleUrl } from '../diagnostics/rule-url.ts'
import { findRule, isRuleId, type Rule, rules } from '../diagnostics/rules.ts'
import type { CheckLevel, CheckSetting, Settings } from '../settings.ts'
import { listChecks, shippedChecks } from './list-checks.ts'

/** A rule as the docs list it; a check has one text for why it matters and how to fix it. */
export interface ListedRule extends Omit<Rule, 'fix'> {
  fix?: string
  /** Whether it is a check. */
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
  return [...checkRules, ...registryRules().map((rule) => ({ ...rule, isCheck: false }))]
}

/** The rules that are not checks, by name. */
export function registryRules(): Rule[] {
  return Object.keys(rules).filter(isRuleId).sort().map(findRule)
}

/** A rule that is not a check, as a newsletter configures it. */
export interface ConfiguredRule {
  id: string
  title: string
  /** `undefined` when the config does not set one: each message has its own. */
  level: CheckLevel | undefined
  fixed?: Rule['fixed']
  /** Whether it is of a block that the config defines. */
  isCustom: boolean
}

/** Lists the rules of a newsletter that are not checks: the registry's, then those of its own blocks. */
export function listOtherRules({ checks, blocks }: Settings): ConfiguredRule[] {
  const levelOf = (id: string) => findLevel(checks[id])
  const shipped = registryRules().map(({ id, title, fixed }) => ({
    ...{ id, title, level: levelOf(id), isCustom: false },
    ...(fixed && { fixed }),
  }))
  const configured = Object.entries(checks).flatMap(([id, setting]: [string, CheckSetting]) =>
    isBlockRule(id, blocks) && findLevel(setting) ? [id] : [],
  )
  const custom = [...new Set([...Object.keys(blocks), ...configured])].sort().map((id) => ({
    id,
    title: `What the block \`${findBlock(id, blocks)}\` of the config reports.`,
    level: levelOf(id),
    isCustom: true,
  }))
  return [...shipped, ...custom]
}

/** Whether a rule is one of a custom block: it has the block's name, and an aspect behind it, `rsvp-date`. */
export function isBlockRule(id: string, blocks: Settings['blocks']): boolean {
  return !isShipped(id) && findBlock(id, blocks) !== undefined
}

/** The custom block that a rule belongs to. */
export function findBlock(id: string, blocks: Settings['blocks']): string | undefined {
  return Object.keys(blocks).find((name) => id === name || id.startsWith(`${name}-`))
}

function isShipped(id: string): boolean {
  return isRuleId(id) || shippedChecks.some(({ name }) => name === id)
}

/** The names of all rules that comments and the config can switch off. */
export function listSwitchableNames(settings: Settings): string[] {
  const others = listOtherRules(settings).filter(({ fixed }) => fixed !== 'all')
  return [...listChecks(settings).map(({ check }) => check.name), ...others.map(({ id }) => id)]
}

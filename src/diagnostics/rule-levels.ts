/**
 * The levels of rules that are not checks. A message says when it is reported whether its level can be changed; the
 * level is applied once all messages of a file are known, since a comment can be below the place that it is about.
 */
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { CheckLevel, CheckSetting } from '../settings.ts'
import type { RuleText } from './rules/rule-text.ts'
import { isRuleId, rules } from './rules.ts'
import { type Severity, setSeverity } from './severity.ts'

/** Whether comments in an issue switch a rule off for a line; without a line, for the issue as a whole. */
export type IsSwitchedOff = (rule: string, line: number | undefined) => boolean

const configurable = new WeakSet<VFileMessage>()

/** Marks a message whose level the config and comments can change. */
export function markConfigurable(message: VFileMessage): void {
  configurable.add(message)
}

/** Whether the level of this message can be changed. */
export function isMarkedConfigurable(message: VFileMessage): boolean {
  return configurable.has(message)
}

/** Whether the config and comments can change messages of a rule of the registry that have this severity. */
export function isConfigurable(rule: string, severity: Severity): boolean {
  if (!isRuleId(rule)) return false
  const { fixed }: RuleText = rules[rule]
  return fixed === undefined || (fixed === 'errors' && severity !== 'error')
}

/**
 * Applies the config's levels and the comments of an issue to the messages of a file. Findings of checks already have
 * theirs. Can be called again after more messages were reported.
 * @param file its messages are changed, and removed where their rule is off
 * @param settings the config's `checks`
 * @param isOff what the comments of an issue say; not given for other files
 */
export function applyRuleLevels(
  file: VFile,
  settings: Readonly<Record<string, CheckSetting>>,
  isOff: IsSwitchedOff = () => false,
): void {
  const isDropped = (message: VFileMessage) => {
    const { ruleId = '', line } = message
    if (!configurable.has(message)) return false
    const level = findLevel(settings[ruleId])
    if (level === 'off' || isOff(ruleId, line)) return true
    if (level) setSeverity(message, level)
    return false
  }
  const remaining = file.messages.filter((message) => !isDropped(message))
  if (remaining.length < file.messages.length) file.messages = remaining
}

/** The level in an entry of the config's `checks`; `undefined` when there is none. */
export function findLevel(setting: CheckSetting | undefined): CheckLevel | undefined {
  if (typeof setting === 'string') return setting
  return Array.isArray(setting) ? setting[0] : undefined
}

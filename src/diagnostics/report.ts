import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { addOnce } from './once.ts'
import { isConfigurable, markConfigurable } from './rule-levels.ts'
import { formatRuleUrl } from './rule-url.ts'
import type { RuleId } from './rules.ts'
import { type Severity, setSeverity } from './severity.ts'

/** The parts of a message besides its reason. */
export interface Diagnostic<Id extends string = RuleId> {
  /** The rule's name: `noun-aspect`. */
  ruleId: Id
  place?: Point | Position | undefined
  /** Why it is wrong, and what to do. */
  note?: string | undefined
  /** `error` when not given. */
  severity?: Severity
}

/**
 * Adds a message to a file, once. Unlike `file.fail` it does not throw.
 * @param file the file with the mistake
 * @param reason what is wrong, in the messages' grammar: ``Unexpected X, expected Y``, ``Missing X in Y``, ``Cannot X``
 * @param diagnostic its rule is one of `rules.ts`
 * @returns the message on the file: the new one, or the same one that was there before (`once.ts`)
 */
export function report(file: VFile, reason: string, diagnostic: Diagnostic): VFileMessage {
  const { ruleId, severity = 'error' } = diagnostic
  return reportFinding(file, reason, {
    ...diagnostic,
    url: formatRuleUrl(ruleId),
    isConfigurable: isConfigurable(ruleId, severity),
  })
}

/** A check's finding. */
export interface FindingDiagnostic extends Diagnostic<string> {
  /** Where the check is explained. */
  url?: string | undefined
  /** Whether `applyRuleLevels` may change it. A check's finding has its level already. */
  isConfigurable?: boolean
}

/**
 * Adds a finding of a check to a file, as `report` does. Its rule is the name of the check, which can be a custom one.
 * @returns the message on the file: the new one, or the same one that was there before
 */
export function reportFinding(file: VFile, reason: string, diagnostic: FindingDiagnostic): VFileMessage {
  const { ruleId, place, note, url, severity = 'error' } = diagnostic
  const message = file.message(reason, { ...(place && { place }), ruleId, source: 'issuepress' })
  setSeverity(message, severity)
  if (note) message.note = note
  if (url) message.url = url
  if (diagnostic.isConfigurable) markConfigurable(message)
  // VFile has added it even if the same message was there.
  file.messages.pop()
  return addOnce(file.messages, message)
}

import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { addOnce } from './once.ts'
import { formatRuleUrl } from './rule-url.ts'
import type { RuleId } from './rules.ts'
import { type Severity, setSeverity } from './severity.ts'

/** What a message has besides its reason. */
export interface Diagnostic<Id extends string = RuleId> {
  /** The rule's name: `noun-aspect`. */
  ruleId: Id
  place?: Point | Position | undefined
  /** Why, and what to do. */
  note?: string | undefined
  /** `error` when not given. */
  severity?: Severity
}

/**
 * Puts a message on a file, once, without throwing as `file.fail` would.
 * @param file the file with the mistake
 * @param reason what is wrong, in the messages' grammar: ``Unexpected X, expected Y``, ``Missing X in Y``, ``Cannot X``
 * @param diagnostic its rule is one of `rules.ts`
 * @returns the message on the file: a new one, or the same one that was there (`once.ts`)
 */
export function report(file: VFile, reason: string, diagnostic: Diagnostic): VFileMessage {
  return reportFinding(file, reason, { ...diagnostic, url: formatRuleUrl(diagnostic.ruleId) })
}

/** A check's finding. */
export interface FindingDiagnostic extends Diagnostic<string> {
  /** Where the check is explained. */
  url?: string | undefined
}

/**
 * Puts a finding of a check on a file, as `report` does; checks have names of their own, also in a newsletter's config.
 * @returns the message on the file: a new one, or the same one that was there
 */
export function reportFinding(file: VFile, reason: string, diagnostic: FindingDiagnostic): VFileMessage {
  const { ruleId, place, note, url, severity = 'error' } = diagnostic
  const message = file.message(reason, { ...(place && { place }), ruleId, source: 'issuepress' })
  setSeverity(message, severity)
  if (note) message.note = note
  if (url) message.url = url
  // VFile has added it without looking.
  file.messages.pop()
  return addOnce(file.messages, message)
}

import type { MessageRecord } from '../diagnostics/message-records.ts'
import { formatRuleUrl } from '../diagnostics/rule-url.ts'
import { isRuleId } from '../diagnostics/rules.ts'

/**
 * Whether a message needs no URL for people. A check can be configured or switched off, and its page explains how; the
 * messages of other rules must be fixed, and their reason and note explain how. Their URLs are only in the output for
 * tools, JSON and SARIF.
 */
export function isSelfExplanatory({ rule, url }: MessageRecord): boolean {
  return rule !== null && isRuleId(rule) && url === formatRuleUrl(rule)
}

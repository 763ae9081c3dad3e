import type { MessageRecord } from '../diagnostics/message-records.ts'
import { formatRuleUrl } from '../diagnostics/rule-url.ts'
import { isRuleId } from '../diagnostics/rules.ts'

/**
 * Whether people can do without a message's URL. A check is a recommendation that one may doubt, configure or switch
 * off, and its page says how; what is wrong by any other rule has to be mended, and reason and note say how. The URLs
 * of those are for tools: they are in JSON and SARIF.
 */
export function isSelfExplanatory({ rule, url }: MessageRecord): boolean {
  return rule !== null && isRuleId(rule) && url === formatRuleUrl(rule)
}

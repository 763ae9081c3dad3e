import type { MessageRecord } from '../diagnostics/message-records.ts'
import { formatRuleUrl } from '../diagnostics/rule-url.ts'
import { isRuleId } from '../diagnostics/rules.ts'

/**
 * Formats where a message is explained further: the command that explains its check, which needs no network, or the page
 * that it names. A check can be configured or switched off; the messages of other rules must be fixed, and their reason and
 * note explain how. Their URLs are only in the output for tools, JSON and SARIF.
 * @returns `null` when there is nothing more to read
 */
export function formatFurtherReading({ rule, url }: MessageRecord): string | null {
  if (rule === null || url !== formatRuleUrl(rule)) return url
  return isRuleId(rule) ? null : `npx issue check --explain ${rule}`
}

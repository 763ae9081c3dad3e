import { formatSendDay } from '../schedule/format-send-day.ts'
import { findNextSendDay } from '../schedule/send-days.ts'
import type { Settings } from '../settings.ts'
import type { Strings } from '../theme/theme.ts'
import type { Matter } from '../types.ts'

export interface NextIssueOptions {
  settings: Pick<Settings, 'schedule'>
  matter: Pick<Matter, 'date' | 'lang'>
  /** The wording of the issue's template in a language. */
  strings?: ((lang: string) => Strings) | undefined
}

/** For a language without a pattern of its own, whose sentences are not known. */
const neutralPattern = '{day}, {hour}:{minute}'

/**
 * Resolves `merge:next_issue`: the first send day after the issue's own date, in the issue's language. It depends on no
 * clock, so that the same issue has the same bytes on every day.
 * @returns the text, or why there is none
 */
export function resolveNextIssue({
  settings: { schedule },
  matter: { date, lang },
  strings,
}: NextIssueOptions): { text: string } | { reason: string; note: string } {
  if (schedule === undefined)
    return {
      reason: 'Missing `schedule` in the config, expected it for `merge:next_issue`',
      note: 'Readers see the link’s words. Write when issues are sent into the config: `schedule: { every: tuesday, at: "09:12", timezone: Europe/Berlin }`.',
    }
  const issueDay = date?.slice(0, 10)
  const day = issueDay === undefined ? undefined : findNextSendDay(issueDay, schedule)
  if (issueDay === undefined || day === undefined)
    return {
      reason: 'Missing date of the issue, expected one for `merge:next_issue`',
      note: 'Readers see the link’s words. The next send day is counted from the issue’s own: write `date:` in the front matter, or begin the file’s name with it.',
    }
  const { weekdays, pattern } = resolveWords(lang, strings)
  return { text: formatSendDay(day, issueDay, schedule.at, { lang, weekdays, pattern }) }
}

/** What a language lacks falls back to English, which would be half a sentence in another language. */
function resolveWords(
  lang: string,
  strings: NextIssueOptions['strings'],
): { weekdays: string | undefined; pattern: string } {
  const own = strings?.(lang)
  const english = strings?.('en')
  const isOwn = /^en(?:-|$)/i.test(lang) || own?.send_day_at !== english?.send_day_at
  const weekdays = isOwn ? own?.weekdays : undefined
  return { weekdays, pattern: (isOwn ? own?.send_day_at : undefined) ?? neutralPattern }
}

import { listNames } from '../diagnostics/list-names.ts'
import type { Sponsor } from '../settings.ts'

/**
 * Validates that an issue is within a sponsor's booking: one of its `issues`, between its `from` and `until`.
 * @param key the sponsor's key in the config, for the message
 * @param issue the issue's slug, and its date if it has one
 * @returns the reason of a message; `undefined` if the issue is within the booking, or the sponsor has none
 */
export function validateFlight(
  key: string,
  { from, until, issues }: Sponsor,
  { slug, date }: { slug: string; date?: string | undefined },
): string | undefined {
  if (issues !== undefined && !issues.includes(slug))
    return `Unexpected sponsor \`${key}\` in the issue \`${slug}\`, expected it in ${listNames(issues)}`
  if (from === undefined && until === undefined) return undefined
  const flight = [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ')
  if (date === undefined)
    return `Missing date of the issue, expected one for its sponsor \`${key}\`, ${flight}`
  const day = date.slice(0, 10)
  if ((from === undefined || from <= day) && (until === undefined || day <= until)) return undefined
  return `Unexpected sponsor \`${key}\` in the issue of ${day}, expected it ${flight}`
}

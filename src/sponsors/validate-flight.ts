import { listNames } from '../diagnostics/list-names.ts'
import type { Sponsor } from '../settings.ts'

/**
 * What is wrong with a sponsor's standing in an issue.
 * @param key the sponsor's, for the sentence
 * @param issue its slug, and its date as far as it has one
 * @returns the sentence of a message; nothing when the sponsor has booked the issue, or says nothing of its flight
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

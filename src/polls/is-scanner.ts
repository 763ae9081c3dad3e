import { isbot } from 'isbot'

/**
 * Programs that open the links of emails to find malware, as far as they identify themselves. Most pretend to be browsers,
 * which is why opening a link alone does not count as a vote.
 */
const scanners =
  /barracuda|proofpoint|mimecast|safelinks|urldefense|messagelabs|symantec|fireeye|sophos|zscaler|bitdefender|trendmicro|forcepoint|cloudmark/i

/**
 * True for a `User-Agent` that is not a browser's: a crawler, an HTTP library, a link scanner, an empty one.
 * @param agent the `User-Agent`; `undefined` if the source does not record it
 */
export function isScanner(agent: string | undefined): boolean {
  if (agent === undefined) return false
  return agent.trim() === '' || agent === '-' || isbot(agent) || scanners.test(agent)
}

import { isbot } from 'isbot'

/**
 * What fetches the links of emails to look for malware and says so. Most do not: they call themselves browsers, which is
 * why a link alone is no vote.
 */
const scanners =
  /barracuda|proofpoint|mimecast|safelinks|urldefense|messagelabs|symantec|fireeye|sophos|zscaler|bitdefender|trendmicro|forcepoint|cloudmark/i

/**
 * Whether a program calls itself something that no person reads with: a crawler, a library, a scanner of links, nothing
 * at all.
 * @param agent the `User-Agent`; nothing where the source does not tell
 */
export function isScanner(agent: string | undefined): boolean {
  if (agent === undefined) return false
  return agent.trim() === '' || agent === '-' || isbot(agent) || scanners.test(agent)
}

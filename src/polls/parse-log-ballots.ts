import { type Ballots, createBallots } from './ballot.ts'
import { isScanner } from './is-scanner.ts'
import type { Match } from './vote-matcher.ts'

/**
 * A line of nginx's and Apache's `combined` log; of the `common` one, which has neither page before nor program; or of
 * `vhost_combined`, which begins with the server's name (nginx, ngx_http_log_module; Apache, mod_log_config).
 */
const line =
  /^(?:[\w.-]+:\d+ )?(?<address>\S+) \S+ .*?\[(?<time>[^\]]+)\] "(?<request>(?:[^"\\]|\\.)*)" (?<status>\d{3}) \S+(?: "(?<referrer>(?:[^"\\]|\\.)*)" "(?<agent>(?:[^"\\]|\\.)*)")?/

/**
 * The votes in a web server's log: requests for an option's address that were answered, or, where an option has a page
 * that asks to confirm, for the page behind its button.
 * @param log its lines, one after the other: it may be larger than the memory
 * @param match what tells a poll's votes from other addresses
 */
export async function parseLogBallots(
  log: AsyncIterable<string>,
  match: (address: string) => Match | undefined,
): Promise<Ballots> {
  const found = createBallots()
  const keep = toKeeper()
  let number = 0
  for await (const text of log) {
    number += 1
    if (text.trim() === '') continue
    found.entries += 1
    const parts = line.exec(text)?.groups
    const [method, address] = parts?.request?.split(' ') ?? []
    if (!parts) found.unread.push(number)
    if (!parts || method === undefined || address === undefined || !isAnswer(parts.status)) continue
    const vote = match(toPlain(address))
    if (!vote) continue
    const agent = parts.agent === undefined ? undefined : toPlain(parts.agent)
    const scans = !['GET', 'POST'].includes(method) || isScanner(agent)
    if (vote.isOpened && !scans) found.opened += 1
    if (!vote.isKnown) addUnknown(found, vote, { line: number, scans })
    if (vote.isOpened || !vote.isKnown) continue
    // A button carries no id along; the page that it stood on has it in its address.
    const before = parts.referrer === undefined ? undefined : match(toPlain(parts.referrer))
    const voter = vote.voter ?? (before?.option === vote.option ? before.voter : undefined)
    found.ballots.push({
      source: 'log',
      option: vote.option,
      voter: keep(voter),
      address: keep(parts.address),
      agent: keep(agent),
      time: toTime(parts.time ?? ''),
      count: 1,
      isScanner: scans,
    })
  }
  return found
}

/** A piece of a line holds on to the whole line, and a million votes have a few programs. */
function toKeeper(): (text: string | undefined) => string | undefined {
  const kept = new Map<string, string>()
  return (text) => {
    if (text === undefined) return undefined
    const known = kept.get(text) ?? Buffer.from(text).toString()
    kept.set(known, known)
    return known
  }
}

function addUnknown(
  found: Ballots,
  { option, isOpenEnded = false }: Match,
  { line, scans }: { line: number; scans: boolean },
): void {
  if (!isOpenEnded) found.unknown.push({ option, line })
  else if (!scans) found.odd.push(option)
}

/** A page, or word that the browser's own copy of it still holds. */
function isAnswer(status: string | undefined): boolean {
  return status !== undefined && (/^2/.test(status) || status === '304')
}

/** nginx writes a quotation mark as `\x22`, Apache as `\"`. */
function toPlain(text: string): string {
  return text
    .replace(/\\x([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(["\\])/g, '$1')
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `28/Nov/2024:09:12:00 +0100` */
function toTime(text: string): number | undefined {
  const parts = /^(\d{2})\/(\w{3})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/.exec(text)
  if (!parts) return undefined
  const [, day, name = '', year, clock, hours, minutes] = parts
  const month = String(months.indexOf(name) + 1).padStart(2, '0')
  const time = Date.parse(`${year}-${month}-${day}T${clock}${hours}:${minutes}`)
  return Number.isNaN(time) ? undefined : time
}

import { addBallot, addDoubtful, addOccurrence, type Ballots, createBallots } from './ballot.ts'
import { isScanner } from './is-scanner.ts'
import type { Match } from './vote-matcher.ts'

/**
 * A line of a `combined` log of nginx or Apache; of a `common` one, which lacks the referrer and the agent; or of
 * `vhost_combined`, which starts with the server's name (nginx, ngx_http_log_module; Apache, mod_log_config).
 */
const line =
  /^(?:[\w.-]+:\d+ )?(?<address>\S+) \S+ .*?\[(?<time>[^\]]{1,40})\] "(?<request>(?:[^"\\]|\\.)*)" (?<status>\d{3}) \S+(?: "(?<referrer>(?:[^"\\]|\\.)*)" "(?<agent>(?:[^"\\]|\\.)*)")?/

/**
 * Parses the votes in a web server's log: successful requests for an option's address or, where the option has a
 * confirmation page, for the page behind its button.
 * @param log its lines, as a stream, since it may be larger than the memory; `undefined` for one that is too long
 * @param match matches the addresses of votes
 */
export async function parseLogBallots(
  log: AsyncIterable<string | undefined>,
  match: (address: string) => Match | undefined,
): Promise<Ballots> {
  const found = createBallots()
  const intern = createInterner()
  let number = 0
  for await (const text of log) {
    number += 1
    if (text?.trim() === '') continue
    found.entries += 1
    const parts = text === undefined ? undefined : line.exec(text)?.groups
    const [method, address] = parts?.request?.split(' ') ?? []
    if (!parts) addOccurrence(found.unparsed, number)
    if (!parts || method === undefined || address === undefined || !isSuccess(parts.status)) continue
    const vote = match(unescapeQuotes(address))
    if (!vote) continue
    const agent = parts.agent === undefined ? undefined : unescapeQuotes(parts.agent)
    const isScan = !['GET', 'POST'].includes(method) || isScanner(agent)
    if (vote.isOpened && !isScan) found.opened += 1
    if (!vote.isKnown) addUnknown(found, vote, { line: number, isScan })
    if (vote.isOpened || !vote.isKnown) continue
    // The button's link has no subscriber id; the address of the confirmation page has.
    const referrer = parts.referrer === undefined ? undefined : match(unescapeQuotes(parts.referrer))
    const voter = vote.voter ?? (referrer?.option === vote.option ? referrer.voter : undefined)
    addBallot(found, {
      source: 'log',
      option: vote.option,
      voter: intern(voter),
      address: intern(parts.address),
      agent: intern(agent),
      time: parseTime(parts.time ?? ''),
      count: 1,
      isScanner: isScan,
    })
  }
  return found
}

/**
 * Interns strings: a substring keeps its whole line in memory, and a million votes share a few agents. The round trip
 * through a `Buffer` makes a copy that is independent of the line.
 */
function createInterner(): (text: string | undefined) => string | undefined {
  const strings = new Map<string, string>()
  return (text) => {
    if (text === undefined) return undefined
    const interned = strings.get(text) ?? Buffer.from(text).toString()
    strings.set(interned, interned)
    return interned
  }
}

function addUnknown(
  found: Ballots,
  { option, isOpenEnded = false }: Match,
  { line, isScan }: { line: number; isScan: boolean },
): void {
  if (!isOpenEnded) addOccurrence(found.unknown, { option, line })
  else if (!isScan) addDoubtful(found, option)
}

/** True for a page that was served, or that the browser had in its cache. */
function isSuccess(status: string | undefined): boolean {
  return status !== undefined && (/^2/.test(status) || status === '304')
}

/** nginx writes a quotation mark as `\x22`, Apache as `\"`. */
function unescapeQuotes(text: string): string {
  return text
    .replace(/\\x([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(["\\])/g, '$1')
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `28/Nov/2024:09:12:00 +0100` */
function parseTime(text: string): number | undefined {
  const parts = /^(\d{2})\/(\w{3})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/.exec(text)
  if (!parts) return undefined
  const [, day, name = '', year, clock, hours, minutes] = parts
  const month = String(months.indexOf(name) + 1).padStart(2, '0')
  const time = Date.parse(`${year}-${month}-${day}T${clock}${hours}:${minutes}`)
  return Number.isNaN(time) ? undefined : time
}

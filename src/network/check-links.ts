import type { OnlineLink } from '../checks/extract-online-links.ts'
import { linkOnline } from '../checks/link-online.ts'
import { reportFinding } from '../diagnostics/report.ts'
import { formatRuleUrl, homeUrl } from '../diagnostics/rule-url.ts'
import type { Severity } from '../diagnostics/severity.ts'
import { filterFresh, isLasting, type LinkCache } from './link-cache.ts'
import { type RequestOptions, requestLink } from './request.ts'
import type { LinkResponse } from './response.ts'
import { runLimited } from './run-limited.ts'

export interface CheckLinksOptions extends Partial<RequestOptions> {
  /** The version of Issuepress, for the `User-Agent`. */
  version: string
  /** The current time, in milliseconds since 1970. */
  now: () => number
  /** The greatest number of simultaneous requests; 8 by default. */
  concurrency?: number
  /** Stores responses for a day; without it every link is requested. */
  cache?: { read(): Promise<LinkCache>; write(cache: LinkCache): Promise<void> }
  /** Called after each response. */
  onProgress?(progress: { done: number; total: number; url: string }): void
}

/**
 * Requests each http(s) link once and reports those that fail or have moved, at every place where they occur, in the order
 * of the links, not of the responses. If the signal aborts, links without a response are not reported.
 */
export async function checkLinks(links: OnlineLink[], options: CheckLinksOptions): Promise<void> {
  const cached = await options.cache?.read()
  const fresh = filterFresh(cached ?? {}, options.now())
  const pages = [...new Set(links.map(({ url }) => removeFragment(url)))]
  const responses = await requestAll(
    pages.filter((page) => !fresh.has(page)),
    options,
  )
  for (const link of links) {
    const page = removeFragment(link.url)
    const response = responses.get(page) ?? fresh.get(page)?.response
    if (response) reportResponse(link, response)
  }
  const lasting = [...responses].filter(([, response]) => isLasting(response))
  if (lasting.length === 0) return
  const at = options.now()
  const added = lasting.map(([page, response]) => [page, { at, response }] as const)
  await options.cache?.write(Object.fromEntries([...fresh, ...added]))
}

/** Removes the fragment, which is not sent to servers. */
function removeFragment(url: string): string {
  const page = new URL(url)
  page.hash = ''
  return page.href
}

async function requestAll(pages: string[], options: CheckLinksOptions): Promise<Map<string, LinkResponse>> {
  const { version, concurrency = 8, onProgress, signal } = options
  const userAgent = `issuepress/${version} (+${homeUrl})`
  const defaults = { timeoutMs: 10_000, retries: 2, backoffMs: 1000, maxWaitMs: 30_000, allowPrivate: false }
  const requestOptions: RequestOptions = { ...defaults, ...options, userAgent }
  const responses = new Map<string, LinkResponse>()
  const groupOf = (page: string) => new URL(page).host
  try {
    await runLimited(pages, groupOf, { all: Math.max(1, concurrency), each: 2 }, async (page) => {
      responses.set(page, await requestLink(page, requestOptions))
      onProgress?.({ done: responses.size, total: pages.length, url: page })
    })
  } catch (error) {
    if (!signal?.aborted) throw error
  }
  return responses
}

/** Notes for what is not explained by the check's own. */
const notes = {
  moved:
    'The page has moved permanently. The old address works only as long as its redirect does: write the new one instead.',
  private:
    'No address of this machine or of a private network is requested, since whoever writes an issue could use that to reach what only this machine can. Readers cannot open such a link either. If it is right, add `--online-private`.',
}

function reportResponse({ url, at, level }: OnlineLink, response: LinkResponse): void {
  if (response.kind === 'fine') return
  if (response.kind === 'moved')
    reportLink(at, `Unexpected old address \`${url}\`, expected \`${response.to}\``, 'info', notes.moved)
  else if (response.kind === 'private')
    reportLink(at, `Cannot request \`${url}\`: ${response.why}`, 'warning', notes.private)
  else {
    const severity = response.kind === 'gone' && level === 'error' ? 'error' : 'warning'
    reportLink(at, `Cannot reach \`${url}\`: ${response.why}`, severity, linkOnline.note)
  }
}

function reportLink(
  { file, position }: OnlineLink['at'],
  reason: string,
  severity: Severity,
  note: string,
): void {
  const { name } = linkOnline
  reportFinding(file, reason, { ruleId: name, place: position, note, severity, url: formatRuleUrl(name) })
}

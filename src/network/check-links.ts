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
  /** Issuepress's own: servers are told who asks. */
  version: string
  now: () => number
  /** How many links are asked for at once. */
  concurrency?: number
  /** Where responses are kept for a day; without it every link is asked for. */
  cache?: { read(): Promise<LinkCache>; write(cache: LinkCache): Promise<void> }
  /** Called after each link that was asked for. */
  onProgress?(progress: { done: number; total: number; url: string }): void
}

/**
 * Asks for each http(s) link once and complains of those that do not answer, at every place where they stand. The
 * order of the complaints is the links', not that of the responses.
 * When the signal ends it, what was not answered by then is not complained of.
 */
export async function checkLinks(links: OnlineLink[], options: CheckLinksOptions): Promise<void> {
  const cached = await options.cache?.read()
  const fresh = filterFresh(cached ?? {}, options.now())
  const pages = [...new Set(links.map(({ url }) => toPage(url)))]
  const responses = await askAll(
    pages.filter((page) => !fresh.has(page)),
    options,
  )
  for (const link of links) {
    const page = toPage(link.url)
    const response = responses.get(page) ?? fresh.get(page)?.answer
    if (response) reportResponse(link, response)
  }
  const lasting = [...responses].filter(([, answer]) => isLasting(answer))
  if (lasting.length === 0) return
  const at = options.now()
  const added = lasting.map(([page, answer]) => [page, { at, answer }] as const)
  await options.cache?.write(Object.fromEntries([...fresh, ...added]))
}

/** What is asked for: servers never see the fragment. */
function toPage(url: string): string {
  const page = new URL(url)
  page.hash = ''
  return page.href
}

async function askAll(pages: string[], options: CheckLinksOptions): Promise<Map<string, LinkResponse>> {
  const { version, concurrency = 8, onProgress, signal } = options
  const userAgent = `issuepress/${version} (+${homeUrl})`
  const defaults = { timeoutMs: 10_000, retries: 2, backoffMs: 1000, maxWaitMs: 30_000 }
  const asking: RequestOptions = { ...defaults, ...options, userAgent }
  const responses = new Map<string, LinkResponse>()
  const groupOf = (page: string) => new URL(page).host
  try {
    await runLimited(pages, groupOf, { all: Math.max(1, concurrency), each: 2 }, async (page) => {
      responses.set(page, await requestLink(page, asking))
      onProgress?.({ done: responses.size, total: pages.length, url: page })
    })
  } catch (error) {
    if (!signal?.aborted) throw error
  }
  return responses
}

function reportResponse({ url, at, level }: OnlineLink, answer: LinkResponse): void {
  if (answer.kind === 'fine') return
  if (answer.kind === 'moved') {
    reportLink(at, `Unexpected old address \`${url}\`, expected \`${answer.to}\``, 'info')
    return
  }
  const severity = answer.kind === 'gone' && level === 'error' ? 'error' : 'warning'
  reportLink(at, `Cannot reach \`${url}\`: ${answer.why}`, severity)
}

function reportLink({ file, position }: OnlineLink['at'], reason: string, severity: Severity): void {
  const note =
    severity === 'info'
      ? 'It was moved for good; the old address works as long as its redirect does.'
      : linkOnline.note
  const { name } = linkOnline
  reportFinding(file, reason, { ruleId: name, place: position, note, severity, url: formatRuleUrl(name) })
}

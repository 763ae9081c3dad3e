import { setTimeout as sleep } from 'node:timers/promises'
import { formatFailure, formatStatus, type LinkResponse } from './response.ts'

export interface RequestOptions {
  /** Who asks: `issuepress/1.2.3`. */
  userAgent: string
  /** For one request. */
  timeoutMs: number
  /** How often a link that is out of order, or asks for patience, is asked again. */
  retries: number
  /** The wait before the first retry; it doubles each time. */
  backoffMs: number
  /** The longest wait that a server may ask for. */
  maxWaitMs: number
  /** Milliseconds since 1970. */
  now(): number
  signal?: AbortSignal | undefined
}

/** One try: an answer, and whether to ask again, and when. */
interface Try {
  answer: LinkResponse
  again?: boolean
  /** What the server asked for. */
  waitMs?: number | undefined
}

const maxRedirects = 5

/**
 * Asks for an address until there is an answer to rely on: HEAD, then GET, since many servers know no HEAD.
 * @throws the signal's reason when it ends the asking
 */
export async function requestLink(url: string, options: RequestOptions): Promise<LinkResponse> {
  let method: 'HEAD' | 'GET' = 'HEAD'
  for (let count = 0; ; count += 1) {
    let result = await follow(url, method, options)
    if (method === 'HEAD' && result.again !== true && isRefused(result.answer))
      result = await follow(url, 'GET', options)
    method = 'GET'
    const waitMs = result.waitMs ?? options.backoffMs * 2 ** count
    if (!result.again || count >= options.retries || waitMs > options.maxWaitMs) return result.answer
    await sleep(waitMs, undefined, { signal: options.signal })
  }
}

/** To HEAD any refusal may be meant for HEAD only. */
function isRefused({ kind }: LinkResponse): boolean {
  return kind === 'gone' || kind === 'unsure'
}

async function follow(start: string, method: 'HEAD' | 'GET', options: RequestOptions): Promise<Try> {
  let url = start
  /** Where permanent redirects alone have led. */
  let home = start
  let isPermanent = true
  for (let count = 0; count <= maxRedirects; count += 1) {
    const response = await request(url, method, options)
    if ('answer' in response) return response
    const location = response.headers.get('location')
    if (!isRedirect(response.status) || location === null) {
      if (!response.ok) return toRefusal(response, options)
      return { answer: isSamePage(home, start) ? { kind: 'fine' } : { kind: 'moved', to: home } }
    }
    const next = toNext(location, url)
    if (next === undefined) return { answer: { kind: 'unsure', why: `it is redirected to \`${location}\`` } }
    isPermanent &&= response.status === 301 || response.status === 308
    if (isPermanent) home = next
    url = next
  }
  return { answer: { kind: 'unsure', why: `more than ${maxRedirects} redirects` } }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function toNext(location: string, base: string): string | undefined {
  const next = URL.canParse(location, base) ? new URL(location, base) : undefined
  return next && /^https?:$/.test(next.protocol) ? next.href : undefined
}

/** A slash more, `www.` or `https:` is no news to an author. */
function isSamePage(a: string, b: string): boolean {
  const bare = (url: string) => url.replace(/^https?:\/\/(?:www\.)?|#.*$/gi, '').replace(/\/(?=\?|$)/, '')
  return bare(a) === bare(b)
}

async function request(
  url: string,
  method: 'HEAD' | 'GET',
  options: RequestOptions,
): Promise<Response | Try> {
  options.signal?.throwIfAborted()
  const controller = new AbortController()
  const end = () => controller.abort()
  const timer = setTimeout(end, options.timeoutMs)
  options.signal?.addEventListener('abort', end)
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { 'user-agent': options.userAgent, accept: 'text/html,*/*;q=0.8' },
      signal: controller.signal,
    })
    // Only the head matters; an unread body would keep the connection.
    await response.body?.cancel()
    return response
  } catch (error) {
    options.signal?.throwIfAborted()
    if (controller.signal.aborted)
      return {
        answer: { kind: 'unsure', why: `no answer within ${options.timeoutMs / 1000} seconds` },
        again: true,
      }
    const { answer, mayPass } = formatFailure(error)
    return { answer, again: mayPass }
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', end)
  }
}

function toRefusal({ status, headers }: Response, { now }: RequestOptions): Try {
  const why = formatStatus(status)
  if (status === 404 || status === 410) return { answer: { kind: 'gone', why } }
  // 501 is said of the method, not of the moment.
  const again = status === 429 || (status >= 500 && status !== 501)
  return { answer: { kind: 'unsure', why }, again, waitMs: toWait(headers.get('retry-after'), now()) }
}

/** RFC 9110, section 10.2.3: seconds, or a date. */
function toWait(retryAfter: string | null, now: number): number | undefined {
  if (retryAfter === null) return undefined
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000
  const date = Date.parse(retryAfter)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

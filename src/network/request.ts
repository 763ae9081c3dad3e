import { setTimeout as sleep } from 'node:timers/promises'
import { type FetchHeadOptions, fetchHead, type ResponseHead } from './fetch-head.ts'
import { classifyFailure, formatStatus, type LinkResponse } from './response.ts'

export interface RequestOptions extends Pick<FetchHeadOptions, 'userAgent' | 'allowPrivate' | 'lookup'> {
  /** The timeout of one request. */
  timeoutMs: number
  /** How often a request is repeated after a timeout, a lost connection, a server error or 429 Too Many Requests. */
  retries: number
  /** The wait before the first retry; it doubles each time. */
  backoffMs: number
  /** The longest `Retry-After` that is waited for. */
  maxWaitMs: number
  /** The current time, in milliseconds since 1970. */
  now(): number
  signal?: AbortSignal | undefined
}

/** The response to one request, and whether and when to retry it. */
interface Attempt {
  response: LinkResponse
  retry?: boolean
  /** The server's `Retry-After`. */
  waitMs?: number | undefined
}

const maxRedirects = 5

/**
 * Requests a URL, with retries: by HEAD and, if that is refused, by GET, since many servers do not support HEAD.
 * @param url an http(s) URL without fragment
 * @throws the signal's reason when it aborts
 */
export async function requestLink(url: string, options: RequestOptions): Promise<LinkResponse> {
  let method: 'HEAD' | 'GET' = 'HEAD'
  for (let count = 0; ; count += 1) {
    let result = await follow(url, method, options)
    if (method === 'HEAD' && result.retry !== true && mayRefuseHead(result.response))
      result = await follow(url, 'GET', options)
    method = 'GET'
    const waitMs = result.waitMs ?? options.backoffMs * 2 ** count
    if (!result.retry || count >= options.retries || waitMs > options.maxWaitMs) return result.response
    await sleep(waitMs, undefined, { signal: options.signal })
  }
}

/** True for a response that may be due to HEAD, so that GET is worth a try. */
function mayRefuseHead({ kind }: LinkResponse): boolean {
  return kind === 'gone' || kind === 'unsure'
}

async function follow(start: string, method: 'HEAD' | 'GET', options: RequestOptions): Promise<Attempt> {
  let url = start
  /** The URL after permanent redirects only, which replaces the old address. */
  let permanent = start
  let isPermanent = true
  for (let count = 0; count <= maxRedirects; count += 1) {
    const received = await request(url, method, options)
    if ('response' in received) return url === start ? received : nameRedirect(received, url)
    const { status, location } = received
    if (!isRedirect(status) || location === undefined) {
      if (status < 200 || status > 299) return classifyStatus(received, options)
      return { response: isSamePage(permanent, start) ? { kind: 'fine' } : { kind: 'moved', to: permanent } }
    }
    const next = resolveRedirect(location, url)
    if (next === undefined)
      return { response: { kind: 'unsure', why: `it is redirected to \`${location}\`` } }
    isPermanent &&= status === 301 || status === 308
    if (isPermanent) permanent = next
    url = next
  }
  return { response: { kind: 'unsure', why: `more than ${maxRedirects} redirects` } }
}

/** Says to which address the link is redirected if that one is not requested. */
function nameRedirect(attempt: Attempt, url: string): Attempt {
  const { response } = attempt
  if (response.kind !== 'private') return attempt
  return { response: { kind: 'private', why: `it is redirected to \`${url}\`: ${response.why}` } }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function resolveRedirect(location: string, base: string): string | undefined {
  const next = URL.canParse(location, base) ? new URL(location, base) : undefined
  return next && /^https?:$/.test(next.protocol) ? next.href : undefined
}

/** True if two URLs differ only in `https:`, `www.` or a trailing slash, which is not worth a message. */
function isSamePage(a: string, b: string): boolean {
  const bare = (url: string) => url.replace(/^https?:\/\/(?:www\.)?|#.*$/gi, '').replace(/\/(?=\?|$)/, '')
  return bare(a) === bare(b)
}

async function request(
  url: string,
  method: 'HEAD' | 'GET',
  options: RequestOptions,
): Promise<ResponseHead | Attempt> {
  options.signal?.throwIfAborted()
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, options.timeoutMs)
  options.signal?.addEventListener('abort', abort)
  try {
    return await fetchHead(url, { ...options, method, signal: controller.signal })
  } catch (error) {
    options.signal?.throwIfAborted()
    if (controller.signal.aborted)
      return {
        response: { kind: 'unsure', why: `no answer within ${options.timeoutMs / 1000} seconds` },
        retry: true,
      }
    const { response, isTransient } = classifyFailure(error)
    return { response, retry: isTransient }
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', abort)
  }
}

function classifyStatus({ status, retryAfter }: ResponseHead, { now }: RequestOptions): Attempt {
  const why = formatStatus(status)
  if (status === 404 || status === 410) return { response: { kind: 'gone', why } }
  // 501 is about the method, so that a retry would not help.
  const retry = status === 429 || (status >= 500 && status !== 501)
  return {
    response: { kind: 'unsure', why },
    retry,
    waitMs: parseRetryAfter(retryAfter, now()),
  }
}

/** Parses `Retry-After` (RFC 9110, section 10.2.3: seconds, or a date). @returns milliseconds */
function parseRetryAfter(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000
  const date = Date.parse(retryAfter)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

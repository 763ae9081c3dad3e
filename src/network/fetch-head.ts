import { type RequestOptions as HttpOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { createPublicLookup, refusePrivateAddress } from './public-lookup.ts'

/** What of a response matters: its body is not read. */
export interface ResponseHead {
  status: number
  location: string | undefined
  retryAfter: string | undefined
}

/** Node's `LookupFunction`, which the types of the API cannot name, since its users may have no types of Node. */
type Lookup = (
  hostname: string,
  options: object,
  callback: (
    error: Error | null,
    address: string | { address: string; family: number }[],
    family?: number,
  ) => void,
) => void

export interface FetchHeadOptions {
  method: 'HEAD' | 'GET'
  userAgent: string
  signal: AbortSignal
  /**
   * Whether addresses of this machine and of private networks are requested, too. A function decides for each URL, also for
   * those that links are redirected to.
   */
  allowPrivate: boolean | ((url: URL) => boolean)
  /** Resolves host names; the system's resolver by default. */
  lookup?: Lookup | undefined
}

/** A URL cannot be requested, now or later. */
export class UnusableUrlError extends Error {}

/** Ports of other protocols, which browsers do not request either (WHATWG Fetch, “port blocking”). */
const blockedPorts = new Set(
  '0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'.split(
    ' ',
  ),
)

/**
 * Sends one request, follows no redirect, and closes the connection after the head of the response. `fetch` cannot do this:
 * it has no way to check the address that it connects to.
 * @throws {PrivateAddressError} for a host that is not on the public web, unless `allowPrivate`
 * @throws {UnusableUrlError} for a port of another protocol, and for a URL with a password
 * @throws the system's error when there is no response, and an `AbortError` when the signal aborts
 */
export async function fetchHead(url: string, options: FetchHeadOptions): Promise<ResponseHead> {
  const { method, userAgent, signal } = options
  const lookup = options.lookup as LookupFunction | undefined
  const target = new URL(url)
  const allowPrivate =
    typeof options.allowPrivate === 'function' ? options.allowPrivate(target) : options.allowPrivate
  if (!allowPrivate) refusePrivateAddress(target)
  if (blockedPorts.has(target.port)) throw new UnusableUrlError(`port ${target.port} is not one of the web`)
  if (target.username !== '' || target.password !== '')
    throw new UnusableUrlError('it has a user name or a password, which is not sent')
  const send = target.protocol === 'https:' ? requestHttps : requestHttp
  const settings: HttpOptions = {
    method,
    signal,
    // A connection for each request, which no other code shares, and which uses no proxy.
    agent: false,
    headers: { 'user-agent': userAgent, accept: 'text/html,*/*;q=0.8' },
    ...(allowPrivate ? lookup && { lookup } : { lookup: createPublicLookup(lookup) }),
  }
  return new Promise((resolve, reject) => {
    const request = send(target, settings, (response) => {
      const { statusCode = 0, headers } = response
      resolve({ status: statusCode, location: headers.location, retryAfter: headers['retry-after'] })
      response.destroy()
    })
    // Also after the response, when the connection is closed.
    request.on('error', reject)
    request.end()
  })
}

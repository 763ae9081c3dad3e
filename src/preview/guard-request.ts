import type { IncomingMessage } from 'node:http'
import { type Reply, textReply } from './reply.ts'

/** Host names of this machine. Other names are refused, since a website can point its own here (DNS rebinding). */
const ownNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses requests that other websites could send from the user's browser.
 * @returns the refusal; `undefined` when the request is allowed
 */
export function guardRequest({ method = '', headers }: IncomingMessage): Reply | undefined {
  const host = headers.host ?? ''
  if (!ownNames.has(host.replace(/:\d+$/, '').toLowerCase()))
    return textReply('The preview is only shown at http://localhost.\n', 403)
  if (isFetchedElsewhere(headers)) return textReply('Only the preview’s own page may ask for this.\n', 403)
  if (!['GET', 'HEAD', 'POST'].includes(method))
    return textReply(`There is no ${method} here.\n`, 405, { Allow: 'GET, HEAD' })
  if (method === 'POST' && (isForeign(headers, host) || !isJson(headers)))
    return textReply('Only the preview’s own page may ask for this.\n', 403)
}

/** Other sites may only link to the preview. */
function isFetchedElsewhere({
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
}: IncomingMessage['headers']): boolean {
  return (site === 'cross-site' || site === 'same-site') && mode !== 'navigate'
}

/** Browsers send the origin of a POST; a client that does not is not a browser. */
function isForeign({ origin, 'sec-fetch-site': site }: IncomingMessage['headers'], host: string): boolean {
  if (site !== undefined && site !== 'same-origin') return true
  return origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`
}

/** HTML forms cannot send this type. A parameter, such as a charset, may follow (RFC 9110, section 8.3.1). */
function isJson(headers: IncomingMessage['headers']): boolean {
  return /^application\/json[ \t]*(?:;|$)/i.test(headers['content-type'] ?? '')
}

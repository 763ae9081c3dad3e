import type { IncomingMessage } from 'node:http'
import { type Reply, textReply } from './reply.ts'

/** Names that always lead to this machine. A page elsewhere can make its own name lead here, too: DNS rebinding. */
const ownNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses what other websites could send from a reader's browser.
 * @returns why it is refused; nothing when it may pass
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

/** Other sites may link to the preview, and nothing else: no page of theirs can read what it fetches, but it could try. */
function isFetchedElsewhere({
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
}: IncomingMessage['headers']): boolean {
  return (site === 'cross-site' || site === 'same-site') && mode !== 'navigate'
}

/** A browser names where a POST comes from; what names nothing is no browser. */
function isForeign({ origin, 'sec-fetch-site': site }: IncomingMessage['headers'], host: string): boolean {
  if (site !== undefined && site !== 'same-origin') return true
  return origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`
}

/** No form can send this type. */
function isJson(headers: IncomingMessage['headers']): boolean {
  return /^application\/json\b/i.test(headers['content-type'] ?? '')
}

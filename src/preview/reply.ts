import type { IncomingMessage, ServerResponse } from 'node:http'

/** The response to a request. */
export interface Reply {
  status: number
  type: string
  body: string | Uint8Array
  headers?: Record<string, string>
}

/** By default, a response may load and run nothing, and only the preview's own pages may frame it. */
const strict = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
}

/** Creates a reply of plain text. */
export function textReply(body: string, status = 200, headers: Record<string, string> = {}): Reply {
  return { status, type: 'text/plain; charset=utf-8', body, headers }
}

export function jsonReply(value: unknown): Reply {
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}

/** Writes the status and headers: the common ones, and those of the reply. */
export function writeHead(response: ServerResponse, { status, type, headers }: Omit<Reply, 'body'>): void {
  response.writeHead(status, { ...strict, 'Content-Type': type, ...headers })
}

/** Writes the response; `HEAD` gets headers only. */
export function writeReply({ method }: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const length = String(Buffer.byteLength(reply.body))
  writeHead(response, { ...reply, headers: { 'Content-Length': length, ...reply.headers } })
  response.end(method === 'HEAD' ? undefined : reply.body)
}

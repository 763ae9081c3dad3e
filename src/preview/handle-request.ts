import type { IncomingMessage, ServerResponse } from 'node:http'
import type { EventStream } from './event-stream.ts'
import { guardRequest } from './guard-request.ts'
import { handleOpen } from './handle-open.ts'
import { handleSend, type TestSender } from './handle-send.ts'
import type { OpenRequest } from './page-state.ts'
import { type Reply, textReply, writeReply } from './reply.ts'
import { serveEmail } from './serve-email.ts'
import type { ViewRenderer } from './view-renderer.ts'

/** The data and services for responses. */
export interface RequestContext extends TestSender {
  /** The page's own files and other constant replies, by path. */
  staticReplies: ReadonlyMap<string, Reply>
  events: EventStream
  views: ViewRenderer
  readSource(path: string): string | undefined
  /** @returns why the editor could not be opened; `undefined` when it was */
  openEditor(request: OpenRequest): Promise<string | undefined>
  /** Reports an internal error. */
  reportError(text: string): void
}

/** Responds to a request. Errors are reported and become a response, too. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  context: RequestContext,
): Promise<void> {
  try {
    const reply = guardRequest(request) ?? (await route(request, response, context))
    if (reply) writeReply(request, response, reply)
  } catch (error) {
    if (hasClientLeft(request, error)) return
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    context.reportError(`The preview cannot respond to ${request.method} ${request.url}: ${detail}`)
    if (response.headersSent) response.destroy()
    else writeReply(request, response, textReply('This is a bug in issuepress. Please report it.\n', 500))
  }
}

/** Whether a request ended before all of it came: the client broke off the connection, or was too slow. */
function hasClientLeft({ complete, destroyed }: IncomingMessage, error: unknown): boolean {
  return destroyed && !complete && (error as NodeJS.ErrnoException).code === 'ECONNRESET'
}

/** @returns `undefined` for an event stream, which has responded already */
async function route(
  request: IncomingMessage,
  response: ServerResponse,
  context: RequestContext,
): Promise<Reply | undefined> {
  const { method, url = '/' } = request
  const [path = '/', search = ''] = url.split('?', 2)
  const query = new URLSearchParams(search)
  if (path === '/open')
    return method === 'POST'
      ? handleOpen(request, context)
      : textReply('Only POST opens a file.\n', 405, { Allow: 'POST' })
  if (path === '/send')
    return method === 'POST'
      ? handleSend(request, context)
      : textReply('Only POST sends a test.\n', 405, { Allow: 'POST' })
  if (method === 'POST') return textReply('There is no POST here.\n', 405, { Allow: 'GET, HEAD' })
  if (path === '/events' && method === 'GET') {
    context.events.add(response, query.get('issue') || undefined)
    return undefined
  }
  return (
    context.staticReplies.get(path) ??
    (await findReply(path, query, context)) ??
    textReply('There is no such page.\n', 404)
  )
}

/** Finds sources and emails in the state of the last build; no path of a request is ever read from disk. */
function findReply(
  path: string,
  query: URLSearchParams,
  context: RequestContext,
): Reply | undefined | Promise<Reply | undefined> {
  if (path === '/source') {
    const text = context.readSource(query.get('file') ?? '')
    return text === undefined ? undefined : textReply(text)
  }
  const [, folder, source, ...name] = path.split('/').map(decode)
  const issue = folder === 'email' && source !== undefined ? context.findIssue(source) : undefined
  return issue && serveEmail(issue, name.join('/'), query, context.views)
}

/** Decodes a part of a path. Invalid encoding becomes a name that never exists. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return '\0'
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { EventStream } from './event-stream.ts'
import { guardRequest } from './guard-request.ts'
import { handleOpen } from './handle-open.ts'
import type { OpenRequest } from './page-state.ts'
import type { PreviewIssue } from './preview-state.ts'
import { type Reply, textReply, writeReply } from './reply.ts'
import { serveEmail } from './serve-email.ts'
import type { ViewRenderer } from './view-renderer.ts'

/** What requests are answered from. */
export interface RequestContext {
  /** The page's own files under their addresses, and what else never changes. */
  fixed: ReadonlyMap<string, Reply>
  events: EventStream
  views: ViewRenderer
  find(source: string): PreviewIssue | undefined
  readSource(path: string): string | undefined
  /** @returns why it could not; nothing when it did */
  openEditor(request: OpenRequest): Promise<string | undefined>
  /** Takes a fault of ours. */
  fault(text: string): void
}

/** Answers one request. Whatever goes wrong is an answer, too. */
export async function handleRequest(
  request: IncomingMessage,
  response: ServerResponse,
  context: RequestContext,
): Promise<void> {
  try {
    const reply = guardRequest(request) ?? (await route(request, response, context))
    if (reply) writeReply(request, response, reply)
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    context.fault(`The preview cannot answer ${request.method} ${request.url}: ${detail}`)
    if (response.headersSent) response.destroy()
    else writeReply(request, response, textReply('This is a fault of issuepress; please report it.\n', 500))
  }
}

/** @returns nothing for a stream, which is answered already */
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
  if (method === 'POST') return textReply('There is no POST here.\n', 405, { Allow: 'GET, HEAD' })
  if (path === '/events' && method === 'GET') {
    context.events.add(response, query.get('issue') || undefined)
    return undefined
  }
  return context.fixed.get(path) ?? find(path, query, context) ?? textReply('There is no such page.\n', 404)
}

/** What is found by name in what the last build left, never by a path on the disk. */
function find(path: string, query: URLSearchParams, context: RequestContext): Reply | undefined {
  if (path === '/source') {
    const text = context.readSource(query.get('file') ?? '')
    return text === undefined ? undefined : textReply(text)
  }
  const [, room, source, ...name] = path.split('/').map(decode)
  const issue = room === 'email' && source !== undefined ? context.find(source) : undefined
  return issue && serveEmail(issue, name.join('/'), query, context.views)
}

/** A part of an address; what is badly encoded names nothing that there is. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return '\0'
  }
}

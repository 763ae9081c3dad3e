import type { ServerResponse } from 'node:http'
import { createOnce } from './create-once.ts'
import { writeHead } from './reply.ts'

/** The interval of keep-alive comments in milliseconds, so that no proxy closes a silent stream. */
const heartbeat = 15_000

interface Client {
  response: ServerResponse
  /** The issue that the page shows. */
  issue: string | undefined
  /** The data of each event that was sent last. */
  sent: Map<string, string>
}

export interface EventStream {
  /** Subscribes a page, and sends it the newest events at once. */
  add(response: ServerResponse, issue: string | undefined): void
  /** Sends an event to all pages that do not have its data yet; the data is created once a page is there to get it. */
  send(event: string, createData: () => string): void
  /** The issue shown by the open page that connected last. */
  getShownIssue(): string | undefined
  close(): void
}

/** Creates a stream of server-sent events. Every page gets the newest of each event, however late it connects or slowly it reads. */
export function createEventStream(): EventStream {
  const newest = new Map<string, () => string>()
  const clients = new Set<Client>()
  const timer = setInterval(() => {
    for (const { response } of clients) if (!response.writableNeedDrain) response.write(': here\n\n')
  }, heartbeat)
  timer.unref()
  return {
    add(response, issue) {
      const client: Client = { response, issue, sent: new Map() }
      writeHead(response, { status: 200, type: 'text/event-stream; charset=utf-8' })
      response.write('retry: 1000\n\n')
      clients.add(client)
      response.on('close', () => clients.delete(client))
      response.on('drain', () => catchUp(client, newest))
      catchUp(client, newest)
    },
    send(event, createData) {
      newest.set(event, createOnce(createData))
      for (const client of clients) catchUp(client, newest)
    },
    getShownIssue: () => [...clients].findLast(({ issue }) => issue !== undefined)?.issue,
    close() {
      clearInterval(timer)
      for (const { response } of clients) response.end()
      clients.clear()
    },
  }
}

/** Events are not queued for a slow page: it gets the newest ones after it has drained. */
function catchUp({ response, sent }: Client, newest: Map<string, () => string>): void {
  for (const [event, readData] of newest) {
    if (response.writableNeedDrain) return
    const data = readData()
    if (sent.get(event) === data) continue
    sent.set(event, data)
    response.write(`event: ${event}\ndata: ${data}\n\n`)
  }
}

import type { ServerResponse } from 'node:http'
import { writeHead } from './reply.ts'

/** How often a silent stream shows that it is alive, so that nothing between gives it up. */
const beat = 15_000

interface Reader {
  response: ServerResponse
  /** The issue that the page shows. */
  issue: string | undefined
  /** What it has got last of each event. */
  got: Map<string, string>
}

export interface EventStream {
  /** A page listens from now on, and gets at once what there is. */
  add(response: ServerResponse, issue: string | undefined): void
  /** Tells all pages, unless it is what they know. */
  send(event: string, data: string): void
  /** The issue that the page shows which came last, of those that are open. */
  onScreen(): string | undefined
  close(): void
}

/** Server-sent events: every page gets the newest of each event, however late it comes and however slowly it reads. */
export function createEventStream(): EventStream {
  const newest = new Map<string, string>()
  const readers = new Set<Reader>()
  const timer = setInterval(() => {
    for (const { response } of readers) if (!response.writableNeedDrain) response.write(': here\n\n')
  }, beat)
  timer.unref()
  return {
    add(response, issue) {
      const reader: Reader = { response, issue, got: new Map() }
      writeHead(response, { status: 200, type: 'text/event-stream; charset=utf-8' })
      response.write('retry: 1000\n\n')
      readers.add(reader)
      response.on('close', () => readers.delete(reader))
      response.on('drain', () => catchUp(reader, newest))
      catchUp(reader, newest)
    },
    send(event, data) {
      newest.set(event, data)
      for (const reader of readers) catchUp(reader, newest)
    },
    onScreen: () => [...readers].findLast(({ issue }) => issue !== undefined)?.issue,
    close() {
      clearInterval(timer)
      for (const { response } of readers) response.end()
      readers.clear()
    },
  }
}

/** What a page has not read yet is not piled up: it gets the newest once it has read on. */
function catchUp({ response, got }: Reader, newest: Map<string, string>): void {
  for (const [event, data] of newest) {
    if (response.writableNeedDrain) return
    if (got.get(event) === data) continue
    got.set(event, data)
    response.write(`event: ${event}\ndata: ${data}\n\n`)
  }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A real server on this computer, and the requests that it received. */
export interface TestServer {
  origin: string
  /** `HEAD /path`, in order. */
  requests: string[]
  userAgents: Set<string | undefined>
  /** The most requests that were open at once. */
  most: number
  close(): Promise<void>
}

export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  count: number,
) => void | Promise<void>

/**
 * @param routes the responses by path; any other path is 404. `count` is the number of requests for the path, from 1
 */
export async function serve(routes: Record<string, Handler>): Promise<TestServer> {
  const counts = new Map<string, number>()
  let open = 0
  const server: Server = createServer(async (request, response) => {
    const path = request.url ?? ''
    result.requests.push(`${request.method} ${path}`)
    result.userAgents.add(request.headers['user-agent'])
    open += 1
    result.most = Math.max(result.most, open)
    response.on('close', () => {
      open -= 1
    })
    counts.set(path, (counts.get(path) ?? 0) + 1)
    const handler = routes[path.replace(/\?.*/, '')]
    if (handler) await handler(request, response, counts.get(path) ?? 1)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const result: TestServer = {
    origin: `http://127.0.0.1:${port}`,
    requests: [],
    userAgents: new Set(),
    most: 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return result
}

export const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_, response) => {
    response.writeHead(code, headers).end()
  }

export const to = (location: string, code = 301): Handler => status(code, { location })

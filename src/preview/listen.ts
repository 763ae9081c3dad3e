import { createServer, type RequestListener, type Server } from 'node:http'
import { UsageError } from '../files/usage-error.ts'

export interface Listening {
  port: number
  servers: Server[]
}

/** The longest time that a client may take to send a request, and its headers, in milliseconds. */
const timeouts = { requestTimeout: 30_000, headersTimeout: 10_000 }

/** The number of ports tried after the first. */
const extraPorts = 20
const maxPort = 65_535

/**
 * Listens on the loopback addresses, which other machines cannot reach.
 * @param port the first port to try; 0 is any free port
 * @param strict no other port is tried
 * @throws {UsageError} when no port is free
 */
export async function listen(port: number, strict: boolean, listener: RequestListener): Promise<Listening> {
  const last = strict ? port : Math.min(port + extraPorts, maxPort)
  for (let next = port; next <= last; next++) {
    const listening = await listenAt(next, listener)
    if (listening) return listening
  }
  const advice = 'choose another one with `--port`'
  throw new UsageError(
    strict
      ? `Cannot use port ${port}: it is already in use; ${advice}`
      : `Cannot find a free port from ${port} to ${last}; ${advice}`,
  )
}

/** @returns `undefined` when the port is taken on either address, since `localhost` can resolve to both */
async function listenAt(port: number, listener: RequestListener): Promise<Listening | undefined> {
  const first = await open('127.0.0.1', port, listener)
  if (first === 'taken' || first === 'absent') return undefined
  const address = first.address()
  const actualPort = typeof address === 'object' && address ? address.port : port
  const second = await open('::1', actualPort, listener)
  if (second !== 'taken')
    return { port: actualPort, servers: second === 'absent' ? [first] : [first, second] }
  first.close()
  return undefined
}

/** @returns `absent` when the machine does not have the address, which is common for IPv6 */
function open(host: string, port: number, listener: RequestListener): Promise<Server | 'taken' | 'absent'> {
  return new Promise((resolve, reject) => {
    const server = createServer(timeouts, listener)
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken')
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve('absent')
      else if (error.code === 'EACCES')
        reject(new UsageError(`Cannot use port ${port}: not permitted; choose another one with \`--port\``))
      else reject(error)
    })
    server.listen({ host, port, exclusive: true }, () => resolve(server))
  })
}

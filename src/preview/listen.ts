import { createServer, type RequestListener, type Server } from 'node:http'
import { UsageError } from '../files/usage-error.ts'

export interface Listening {
  port: number
  servers: Server[]
}

/** How many ports are tried after the first. */
const patience = 20
const highest = 65_535

/**
 * Listens on this machine's own addresses, which no other machine can reach.
 * @param port the first to try; 0 is any that is free
 * @param strict a taken port is a mistake, and no other is tried
 * @throws {UsageError} when no port can be had
 */
export async function listen(port: number, strict: boolean, answer: RequestListener): Promise<Listening> {
  const last = strict ? port : Math.min(port + patience, highest)
  for (let next = port; next <= last; next++) {
    const listening = await listenAt(next, answer)
    if (listening) return listening
  }
  const expected = 'name another one with `--port`'
  throw new UsageError(
    strict
      ? `Cannot use port ${port}: something else listens there; ${expected}`
      : `Cannot find a free port from ${port} to ${last}; ${expected}`,
  )
}

/** @returns nothing when the port is taken on either address: `localhost` can mean both */
async function listenAt(port: number, answer: RequestListener): Promise<Listening | undefined> {
  const first = await open('127.0.0.1', port, answer)
  if (first === 'taken' || first === 'absent') return undefined
  const address = first.address()
  const given = typeof address === 'object' && address ? address.port : port
  const second = await open('::1', given, answer)
  if (second !== 'taken') return { port: given, servers: second === 'absent' ? [first] : [first, second] }
  first.close()
  return undefined
}

/** @returns `absent` on a machine without the address, which is common for IPv6 */
function open(host: string, port: number, answer: RequestListener): Promise<Server | 'taken' | 'absent'> {
  return new Promise((resolve, reject) => {
    const server = createServer(answer)
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken')
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve('absent')
      else if (error.code === 'EACCES')
        reject(new UsageError(`Cannot use port ${port}: not permitted; name another one with \`--port\``))
      else reject(error)
    })
    server.listen({ host, port, exclusive: true }, () => resolve(server))
  })
}

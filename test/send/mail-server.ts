/** A real SMTP server on this machine, which accepts what a test configures. */
import type { AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

export interface Arrived {
  from: string
  to: string[]
  bytes: Buffer
  /** Whether it came over TLS, and as whom. */
  secure: boolean
  user: string | undefined
}

export interface MailServer {
  port: number
  arrived: Arrived[]
  /** The recipients that were asked for, each time. */
  asked: string[]
  close(): Promise<void>
}

/** Hooks of the server, which otherwise accepts everything: an error with `responseCode` is its response. */
export interface Manners extends Omit<SMTPServerOptions, 'onData' | 'onRcptTo'> {
  onRecipient?(address: string, times: number, breakOff: () => void): void
  /** Called with each whole message, and responsible for the response. */
  onMessage?(
    arrived: Arrived,
    respond: (error?: Error | null, message?: string) => void,
    breakOff: () => void,
  ): void
}

/** An error response of SMTP. */
export function refuse(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

/** Starts a server that ends with the test. */
export async function openMailServer({
  onRecipient,
  onMessage,
  ...options
}: Manners = {}): Promise<MailServer> {
  const arrived: Arrived[] = []
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const breakOff = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    ...options,
    onRcptTo({ address }, _, done) {
      asked.push(address)
      try {
        onRecipient?.(address, asked.filter((other) => other === address).length, breakOff)
        done()
      } catch (error) {
        done(error as Error)
      }
    },
    onData(stream, session, done) {
      const take = (bytes: Buffer) => {
        const { mailFrom, rcptTo } = session.envelope
        const message = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          bytes,
          secure: session.secure,
          user: session.user,
        }
        arrived.push(message)
        if (onMessage) onMessage(message, done, breakOff)
        else done(null, 'Taken')
      }
      // What breaks off in its middle has not arrived.
      void buffer(stream).then(take, done)
    },
  })
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  // A client that breaks off is no failure of the test's.
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const mail: MailServer = {
    port: (server.server.address() as AddressInfo).port,
    arrived,
    asked,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
  onTestFinished(() => void server.close(() => {}))
  return mail
}

import type { Readable } from 'node:stream'
import SMTPConnection, { type SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection'
import { cleanResponse } from './clean-response.ts'
import type { SmtpServer } from './smtp-server.ts'

/** An error of a server, as thrown by nodemailer; what the server wrote is on one line, and without the password. */
export interface SmtpError extends Error {
  /** `ECONNECTION`, `EAUTH`, `ETLS`, `ETIMEDOUT`, `EENVELOPE`, `EMESSAGE`, `ESOCKET`, `EDNS`, … */
  code?: string
  /** The code of the system error that caused it. */
  originalCode?: string
  /** The server's response, and its status code. */
  response?: string
  responseCode?: number
  /** The SMTP command that failed. */
  command?: string
}

/** A connection that sends messages one after the other. */
export interface SmtpSession {
  /**
   * Sends one message to one recipient.
   * @returns the server's response
   * @throws {SmtpError}
   */
  send(envelope: { from: string; to: string }, message: Readable): Promise<string>
  /** Resets the transaction after a refused message, so that another can be sent. */
  reset(): Promise<void>
  /** Ends the session with QUIT. */
  quit(): void
  /** Closes the connection at once. */
  close(): void
}

/**
 * Connects to a server and logs in if it has a login. Certificates are always checked.
 * @param timeout how long to wait for the server, in milliseconds
 * @param signal closes the connection
 * @throws {SmtpError}
 */
export async function openSmtpSession(
  server: SmtpServer,
  timeout: number,
  signal: AbortSignal,
): Promise<SmtpSession> {
  const { host, port, secure, login } = server
  const connection = new SMTPConnection({
    host,
    port,
    secure: secure === 'tls',
    requireTLS: secure === 'starttls',
    ignoreTLS: secure === 'none',
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    socketCloseTimeout: 1,
  })
  const perform = <Result>(act: Command<Result>) =>
    settle(connection, act).catch((error: SmtpError) => {
      throw cleanError(error, login)
    })
  const session: SmtpSession = {
    send: ({ from, to }, message) =>
      perform<SMTPConnectionSendInfo>((done) => connection.send({ from, to: [to] }, message, done)).then(
        (info) => cleanResponse(info?.response ?? '', login),
      ),
    reset: () => perform((done) => connection.reset(done)).then(() => {}),
    quit: () => connection.quit(),
    close: () => connection.close(),
  }
  const end = () => connection.close()
  signal.addEventListener('abort', end)
  connection.once('end', () => signal.removeEventListener('abort', end))
  await perform((done) => connection.connect(done))
  if (login) await logIn(connection, login, perform)
  // Errors between commands are reported again by the next command.
  connection.on('error', () => {})
  return session
}

async function logIn(
  connection: SMTPConnection,
  login: NonNullable<SmtpServer['login']>,
  perform: (act: Command<unknown>) => Promise<unknown>,
): Promise<void> {
  const credentials = { user: login.user, pass: login.password }
  try {
    await perform((done) => connection.login({ ...credentials, credentials }, done))
  } catch (error) {
    connection.close()
    throw error
  }
}

function cleanError(error: SmtpError, login: SmtpServer['login']): SmtpError {
  error.message = cleanResponse(error.message, login)
  if (error.response !== undefined) error.response = cleanResponse(error.response, login)
  return error
}

type Command<Result> = (done: (error?: Error | null, result?: Result) => void) => void

/** A command settles by its callback or, when the connection itself fails, by an event. */
function settle<Result>(connection: SMTPConnection, act: Command<Result>): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const finish = (error?: Error | null, result?: Result) => {
      connection.removeListener('error', finish)
      connection.removeListener('end', onEnd)
      if (error) reject(error)
      else resolve(result)
    }
    const onEnd = () => finish(Object.assign(new Error('The connection was closed'), { code: 'ECONNECTION' }))
    connection.on('error', finish)
    connection.on('end', onEnd)
    act(finish)
  })
}

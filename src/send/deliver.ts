import { setTimeout } from 'node:timers/promises'
import { explainSmtpError, isTemporary, isTimeout } from './explain-smtp-error.ts'
import { type OutgoingMessage, sendMessage } from './send-message.ts'
import type { SmtpServer } from './smtp-server.ts'
import { openSmtpSession, type SmtpError, type SmtpSession } from './smtp-session.ts'

/** The result for one recipient. */
export interface Delivery {
  to: string
  /**
   * `accepted` by the server; `refused`; `unknown`: it was sent, but the server did not respond, so it may arrive;
   * `unsent`: the server failed, or the user interrupted the delivery.
   */
  state: 'accepted' | 'refused' | 'unknown' | 'unsent'
  /** The server's response, or what went wrong, in a sentence. */
  response: string
}

export interface DeliverOptions {
  /** How often temporary failures are retried. */
  retries: number
  /** Milliseconds before the first retry; each later one waits twice as long. */
  pause: number
  /** How long to wait for the server, in milliseconds. */
  timeout: number
  /** Ends the delivery; open connections are closed. */
  signal: AbortSignal
  /** Called for each message with its final result. */
  onDelivered?(delivery: Delivery): void
  /**
   * Called before a retry.
   * @param remaining the number of messages
   * @param reason why the first of them failed
   */
  onRetry?(remaining: number, reason: string): void
}

/**
 * Sends messages through a server, each in its own transaction. Messages that it refuses temporarily (a `4xx` response,
 * RFC 5321, section 4.2.1) or that a lost connection prevented are retried; those that it accepted, or may have accepted,
 * never are.
 * @returns the results, in the order of the messages
 */
export async function deliver(
  messages: OutgoingMessage[],
  server: SmtpServer,
  options: DeliverOptions,
): Promise<Delivery[]> {
  const { retries, pause, signal } = options
  const deliveries = new Map<OutgoingMessage, Delivery>()
  const settle: Round['settle'] = (message, state, response) => {
    const delivery = { to: message.to, state, response }
    deliveries.set(message, delivery)
    options.onDelivered?.(delivery)
  }
  for (let count = 0; ; count += 1) {
    const left = messages.filter((message) => !deliveries.has(message))
    const { failures, isPermanent } = await tryAll(left, { server, options, settle })
    const rest = left.filter((message) => !deliveries.has(message))
    if (rest.length === 0) break
    if (isPermanent || count >= retries || signal.aborted) {
      for (const message of rest) settle(message, ...(failures.get(message) ?? interrupted))
      break
    }
    options.onRetry?.(rest.length, failures.get(rest[0] as OutgoingMessage)?.[1] ?? '')
    // Ctrl-C ends the pause; the next round then ends before it begins.
    await setTimeout(pause * 2 ** count, undefined, { signal }).catch(() => {})
  }
  return messages.flatMap((message) => deliveries.get(message) ?? [])
}

type Outcome = [state: Delivery['state'], response: string]

const interrupted: Outcome = ['unsent', 'Interrupted.']

interface Round {
  server: SmtpServer
  options: DeliverOptions
  settle(message: OutgoingMessage, ...outcome: Outcome): void
}

/** Tries each message once. Failures that may succeed in the next round are returned instead of being settled. */
async function tryAll(messages: OutgoingMessage[], round: Round) {
  const { server, options, settle } = round
  const { timeout, signal } = options
  const failures = new Map<OutgoingMessage, Outcome>()
  let session: SmtpSession | undefined
  const fail = (error: SmtpError) => {
    const reason = signal.aborted ? 'Interrupted.' : explainSmtpError(error, server, timeout)
    for (const message of messages) if (!failures.has(message)) failures.set(message, ['unsent', reason])
    return { failures, isPermanent: !isTemporary(error) }
  }
  for (const message of messages) {
    if (signal.aborted) break
    try {
      session ??= await openSmtpSession(server, timeout, signal)
    } catch (error) {
      return fail(error as SmtpError)
    }
    const { outcome, response, error } = await sendMessage(session, message)
    if (outcome === 'deferred') failures.set(message, ['refused', response])
    else if (outcome !== 'lost') settle(message, outcome, response)
    // Otherwise each message would wait for a silent server again.
    if (error && isTimeout(error)) return fail(error)
    if (error && outcome === 'lost')
      failures.set(message, ['unsent', explainSmtpError(error, server, timeout)])
    if (error && !(await isUsable(session, error))) session = undefined
  }
  session?.quit()
  return { failures, isPermanent: false }
}

/** Whether the session can send another message after a failure: only a refused envelope can be reset. */
async function isUsable(session: SmtpSession, { command, responseCode }: SmtpError): Promise<boolean> {
  if (command !== 'DATA' && responseCode !== undefined && responseCode !== 421) {
    const isReset = await session.reset().then(
      () => true,
      () => false,
    )
    if (isReset) return true
  }
  session.close()
  return false
}

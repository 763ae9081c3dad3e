import { setTimeout } from 'node:timers/promises'
import { explainSmtpError, isTemporary, isTimeout } from './explain-smtp-error.ts'
import { type OutgoingMessage, sendMessage } from './send-message.ts'
import type { SmtpServer } from './smtp-server.ts'
import { openSmtpSession, type SmtpError, type SmtpSession } from './smtp-session.ts'

/** What became of it. */
export interface Delivery {
  to: string
  /**
   * `accepted` by the server; `refused`; `unknown`: it was handed over, but no answer came, so that it may arrive;
   * `unsent`, since the server failed or the user ended it before.
   */
  state: 'accepted' | 'refused' | 'unknown' | 'unsent'
  /** The server's answer, or what went wrong, in a sentence. */
  answer: string
}

export interface DeliverOptions {
  /** How often what was refused for the moment is tried again. */
  retries: number
  /** Milliseconds before the first retry; each later one waits twice as long. */
  pause: number
  /** For how many milliseconds the server may be silent. */
  timeout: number
  /** Ends the delivery; what is under way is broken off. */
  signal: AbortSignal
  /** Called for each message whose fate is known. */
  onDelivered?(delivery: Delivery): void
  /** Called before messages are tried again. */
  onRetry?(left: number, problem: string): void
}

/**
 * Hands messages to a server, each in a transaction of its own. What it refuses for the moment (a `4xx` answer, RFC 5321,
 * section 4.2.1) and what a lost connection kept back is tried again; what it accepted, or may have accepted, never is.
 * @returns the messages' fates, in their order
 */
export async function deliver(
  messages: OutgoingMessage[],
  server: SmtpServer,
  options: DeliverOptions,
): Promise<Delivery[]> {
  const { retries, pause, signal } = options
  const fates = new Map<OutgoingMessage, Delivery>()
  const settle: Round['settle'] = (message, state, answer) => {
    const delivery = { to: message.to, state, answer }
    fates.set(message, delivery)
    options.onDelivered?.(delivery)
  }
  for (let count = 0; ; count += 1) {
    const left = messages.filter((message) => !fates.has(message))
    const { trouble, isHopeless } = await tryAll(left, { server, options, settle })
    const rest = left.filter((message) => !fates.has(message))
    if (rest.length === 0) break
    if (isHopeless || count >= retries || signal.aborted) {
      for (const message of rest) settle(message, ...(trouble.get(message) ?? interrupted))
      break
    }
    options.onRetry?.(rest.length, trouble.get(rest[0] as OutgoingMessage)?.[1] ?? '')
    // Ctrl-C ends the pause, and then the next round before it begins.
    await setTimeout(pause * 2 ** count, undefined, { signal }).catch(() => {})
  }
  return messages.flatMap((message) => fates.get(message) ?? [])
}

type Fate = [state: Delivery['state'], answer: string]

const interrupted: Fate = ['unsent', 'Interrupted.']

interface Round {
  server: SmtpServer
  options: DeliverOptions
  settle(message: OutgoingMessage, ...fate: Fate): void
}

/** Tries each message once. What might go better the next time is not settled, but told as trouble. */
async function tryAll(messages: OutgoingMessage[], round: Round) {
  const { server, options, settle } = round
  const { timeout, signal } = options
  const trouble = new Map<OutgoingMessage, Fate>()
  let session: SmtpSession | undefined
  const fail = (error: SmtpError) => {
    const problem = signal.aborted ? 'Interrupted.' : explainSmtpError(error, server, timeout)
    for (const message of messages) if (!trouble.has(message)) trouble.set(message, ['unsent', problem])
    return { trouble, isHopeless: !isTemporary(error) }
  }
  for (const message of messages) {
    if (signal.aborted) break
    try {
      session ??= await openSmtpSession(server, timeout, signal)
    } catch (error) {
      return fail(error as SmtpError)
    }
    const { fate, answer, error } = await sendMessage(session, message)
    if (fate === 'deferred') trouble.set(message, ['refused', answer])
    else if (fate !== 'lost') settle(message, fate, answer)
    // Who was silent once would be waited for at each message.
    if (error && isTimeout(error)) return fail(error)
    if (error && fate === 'lost') trouble.set(message, ['unsent', explainSmtpError(error, server, timeout)])
    if (error && !(await isUsable(session, error))) session = undefined
  }
  session?.quit()
  return { trouble, isHopeless: false }
}

/** Whether another message can go through after one that did not: only a refused envelope leaves nothing behind. */
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

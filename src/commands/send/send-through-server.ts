import picocolors from 'picocolors'
import { wantsColour } from '../../report/wants-colour.ts'
import type { Delivery } from '../../send/deliver.ts'
import type { OutgoingMessage } from '../../send/send-message.ts'
import { formatServerName, type SmtpServer } from '../../send/smtp-server.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'

export interface ServerSendOptions {
  /** How often temporary failures are retried. */
  retries: number
  /** How long to wait for the server. */
  seconds: number
  slug: string
  quiet: boolean
  color: boolean
}

/** Milliseconds before the first retry. */
const pause = 2000

const symbols: Record<Delivery['state'], string> = { accepted: '✓', refused: '✗', unknown: '?', unsent: '✗' }

/**
 * Sends a test's messages through a server, and prints the result for each recipient.
 * @returns the exit code
 */
export async function sendThroughServer(
  messages: OutgoingMessage[],
  server: SmtpServer,
  { retries, seconds, slug, quiet, color }: ServerSendOptions,
  { stdout, stderr, signal, environment }: Context,
): Promise<number> {
  const { deliver } = await import('../../send/deliver.ts')
  const colours = picocolors.createColors(wantsColour(color, environment, stderr))
  const note = (line: string) => void (quiet || stderr.write(`${line}\n`))
  const secured = { starttls: 'STARTTLS', tls: 'TLS', none: 'not encrypted' }[server.secure]
  note(`Sending a test of ${slug} by ${formatServerName(server)} (${secured})`)
  const deliveries = await deliver(messages, server, {
    retries,
    pause,
    timeout: seconds * 1000,
    signal,
    onDelivered({ to, state, response }) {
      const isFine = state === 'accepted'
      const paint = isFine ? colours.green : state === 'unknown' ? colours.yellow : colours.red
      if (isFine && !quiet) stdout.write(`${to}\n`)
      if (!isFine || !quiet) stderr.write(`${paint(symbols[state])} ${to}  ${response}\n`)
    },
    onRetry: (remaining, reason) => note(`${remaining} left, trying again soon: ${reason}`),
  })
  note(formatSendSummary(deliveries))
  if (signal.aborted) return exitCodes.interrupted
  return deliveries.every(({ state }) => state === 'accepted') ? exitCodes.fine : exitCodes.errors
}

function formatSendSummary(deliveries: Delivery[]): string {
  const accepted = deliveries.filter(({ state }) => state === 'accepted').length
  const all = deliveries.length
  const recipients = all === 1 ? 'recipient' : 'recipients'
  return `Sent the test to ${accepted === all ? all : `${accepted} of ${all}`} ${recipients}`
}

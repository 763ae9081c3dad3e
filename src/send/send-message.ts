import { Readable } from 'node:stream'
import type { SmtpError, SmtpSession } from './smtp-session.ts'

/** A message for one recipient. */
export interface OutgoingMessage {
  /** Addresses have hosts in ASCII. */
  from: string
  to: string
  message: Uint8Array
}

/** The result of one attempt to send a message. */
export interface SentMessage {
  /**
   * `accepted`; `refused` permanently; `deferred`: refused temporarily; `unknown`: the server received the message and
   * did not respond; `lost`: the connection ended before that.
   */
  outcome: 'accepted' | 'refused' | 'deferred' | 'unknown' | 'lost'
  /** The server's response, or what is known without one. */
  response: string
  error?: SmtpError
}

const noResponse = 'It was sent, but the server did not respond: it may arrive, and is not sent again.'

/** Sends one message; errors are part of the result. */
export async function sendMessage(
  session: SmtpSession,
  { from, to, message }: OutgoingMessage,
): Promise<SentMessage> {
  let wasSent = false
  // Only read once the server has asked for the message itself (354, RFC 5321, section 4.3.2).
  const body = new Readable({
    read() {
      wasSent = true
      this.push(message)
      this.push(null)
    },
  })
  try {
    return { outcome: 'accepted', response: await session.send({ from, to }, body) }
  } catch (caught) {
    const error = caught as SmtpError
    const { responseCode } = error
    if (responseCode !== undefined)
      return {
        outcome: responseCode < 500 ? 'deferred' : 'refused',
        response: error.response ?? '',
        error,
      }
    return wasSent
      ? { outcome: 'unknown', response: noResponse, error }
      : { outcome: 'lost', response: '', error }
  }
}

import { Readable } from 'node:stream'
import { formatServerResponse } from './explain-smtp-error.ts'
import type { SmtpError, SmtpSession } from './smtp-session.ts'

/** A message on its way to one recipient. */
export interface OutgoingMessage {
  /** Addresses, with their hosts in ASCII. */
  from: string
  to: string
  message: Uint8Array
}

/** What came of handing a message over once. */
export interface SentMessage {
  /**
   * `accepted`; `refused` for good; `deferred`, which is refused for the moment; `unknown`: the server was given the
   * message and did not answer; `lost`: the connection ended before that.
   */
  fate: 'accepted' | 'refused' | 'deferred' | 'unknown' | 'lost'
  /** The server's answer, or what is known without one. */
  answer: string
  error?: SmtpError
}

const noAnswer = 'It was handed over, but no answer came: it may arrive, and is not sent again.'

/** Hands one message over. */
export async function sendMessage(
  session: SmtpSession,
  { from, to, message }: OutgoingMessage,
): Promise<SentMessage> {
  let isGiven = false
  // Nothing reads it before the server has asked for the message itself (354, RFC 5321, section 4.3.2).
  const body = new Readable({
    read() {
      isGiven = true
      this.push(message)
      this.push(null)
    },
  })
  try {
    return { fate: 'accepted', answer: await session.send({ from, to }, body) }
  } catch (caught) {
    const error = caught as SmtpError
    const { responseCode } = error
    if (responseCode !== undefined)
      return { fate: responseCode < 500 ? 'deferred' : 'refused', answer: formatServerResponse(error), error }
    return isGiven ? { fate: 'unknown', answer: noAnswer, error } : { fate: 'lost', answer: '', error }
  }
}

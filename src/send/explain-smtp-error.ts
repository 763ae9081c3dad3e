import { formatServerName, type SmtpServer } from './smtp-server.ts'
import type { SmtpError } from './smtp-session.ts'

/**
 * What is wrong with a server, in a sentence or two, and what to do.
 * @param timeout for how many milliseconds was waited
 */
export function explainSmtpError(error: SmtpError, server: SmtpServer, timeout: number): string {
  const name = `\`${formatServerName(server)}\``
  const cause = error.originalCode ?? error.code ?? ''
  const answer = formatServerResponse(error)
  if (error.code === 'EAUTH') return toLoginProblem(error, server, answer)
  if (cause === 'ECONNREFUSED')
    return `Cannot connect to ${name}: nothing listens there. Look at the host and the port.`
  if (cause === 'ENOTFOUND' || error.code === 'EDNS') return toNameProblem(cause, server)
  if (isTimeout(error)) return toTimeoutProblem(server, timeout)
  if (/CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME|DEPTH_ZERO/.test(cause))
    return toCertificateProblem(error, server)
  if (error.code === 'ETLS' || /SSL|EPROTO/.test(cause)) return toTlsProblem(error, server)
  if (answer !== '') return `${name} does not take the message: ${answer}`
  if (['ECONNRESET', 'EPIPE', 'ECONNECTION', 'ESOCKET'].includes(cause))
    return `${name} closed the connection without an answer.`
  return `Cannot talk to ${name}: ${toLine(error.message)}.`
}

/** The server's own words, on one line: `550 5.1.1 No such user`. */
export function formatServerResponse({ response }: SmtpError): string {
  return toLine(response ?? '')
}

/** Whether nobody answered in time. */
export function isTimeout({ code, originalCode }: SmtpError): boolean {
  return code === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT'
}

/** Whether it may go better soon: a server that is busy, or a connection that broke. */
export function isTemporary({ code, originalCode, responseCode }: SmtpError): boolean {
  if (responseCode !== undefined) return responseCode >= 400 && responseCode < 500
  const cause = originalCode ?? code ?? ''
  return ['ECONNRESET', 'EPIPE', 'ECONNECTION'].includes(cause)
}

function toLoginProblem(error: SmtpError, server: SmtpServer, answer: string): string {
  const who = `\`${formatServerName(server)}\` as \`${server.login?.user}\``
  if (answer === '') return `Cannot log in at ${who}: ${toLine(error.message)}.`
  return `Cannot log in at ${who}: ${answer}. Look at the user and the password; many providers want one that was made for this use alone.`
}

function toNameProblem(cause: string, { host }: SmtpServer): string {
  return cause === 'EAI_AGAIN' || cause === 'ETIMEOUT'
    ? `Cannot look \`${host}\` up: no name server answers. Are you online?`
    : `Cannot find the host \`${host}\`. Look at its name.`
}

function toTimeoutProblem(server: SmtpServer, timeout: number): string {
  const seconds = timeout / 1000
  const hint =
    server.secure === 'starttls' && server.port === 465
      ? 'On port 465 TLS is spoken from the start: let `secure` be `tls`.'
      : 'Look at the host and the port; some networks let no mail out.'
  return `\`${formatServerName(server)}\` did not answer within ${seconds === 1 ? '1 second' : `${seconds} seconds`}. ${hint}`
}

function toCertificateProblem({ message }: SmtpError, server: SmtpServer): string {
  const name = `\`${formatServerName(server)}\``
  const why = toLine(message.replace(/^Error initiating TLS - /, '')).replace(/\.$/, '')
  return `Cannot trust ${name}: ${why}. Nothing was sent. If the certificate is your own, name its authority's file in NODE_EXTRA_CA_CERTS.`
}

function toTlsProblem(error: SmtpError, server: SmtpServer): string {
  const name = `\`${formatServerName(server)}\``
  if (server.secure === 'tls')
    return `Cannot speak TLS with ${name} from the start, and nothing was sent. Let \`secure\` be \`starttls\`, which is usual on port 587.`
  const isRefused = error.command === 'STARTTLS'
  return isRefused
    ? `${name} offers no STARTTLS, and nothing was sent in the clear. Let \`secure\` be \`tls\` (usual on port 465), or \`none\` for a server on your own machine.`
    : `Cannot speak TLS with ${name}, and nothing was sent: ${toLine(error.message)}.`
}

function toLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()
}

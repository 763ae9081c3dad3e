import { toSingleLine } from './clean-response.ts'
import { formatServerName, type SmtpServer } from './smtp-server.ts'
import type { SmtpError } from './smtp-session.ts'

/**
 * Explains an error of a server in a sentence or two, and what to do.
 * @param timeout in milliseconds
 */
export function explainSmtpError(error: SmtpError, server: SmtpServer, timeout: number): string {
  const name = `\`${formatServerName(server)}\``
  const cause = error.originalCode ?? error.code ?? ''
  const { response = '' } = error
  if (isGreeting(error)) return explainGreeting(error, name)
  if (error.code === 'EAUTH') return explainLoginError(error, server, response)
  if (cause === 'ECONNREFUSED')
    return `Cannot connect to ${name}: nothing listens there. Check the host and the port.`
  if (cause === 'ENOTFOUND' || error.code === 'EDNS') return explainLookupError(cause, server)
  if (isTimeout(error)) return explainTimeout(server, timeout)
  if (/CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME|DEPTH_ZERO/.test(cause))
    return explainCertificateError(error, server)
  if (error.code === 'ETLS' || /SSL|^EPROTO$/.test(cause)) return explainTlsError(error, server)
  if (response !== '' && error.responseCode === undefined)
    return `${name} responded with something other than SMTP: ${response}`
  if (response !== '') return `${name} refused the message: ${response}`
  if (['ECONNRESET', 'EPIPE', 'ECONNECTION', 'ESOCKET'].includes(cause))
    return `${name} closed the connection without a response.`
  return `Cannot communicate with ${name}: ${toSingleLine(error.message)}.`
}

/** Whether the server did not respond in time. */
export function isTimeout({ code, originalCode }: SmtpError): boolean {
  return code === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT'
}

/** Whether a retry may succeed: the server is busy, or the connection broke. */
export function isTemporary({ code, originalCode, responseCode }: SmtpError): boolean {
  if (responseCode !== undefined) return responseCode >= 400 && responseCode < 500
  const cause = originalCode ?? code ?? ''
  return ['ECONNRESET', 'EPIPE', 'ECONNECTION'].includes(cause)
}

/** Whether the server's first line was not the expected one, before anything was sent. */
function isGreeting({ command, message, response = '' }: SmtpError): boolean {
  return response !== '' && command === 'CONN' && message.startsWith('Invalid greeting')
}

/** The codes of a greeting are those of RFC 5321, sections 3.1 and 4.3.2. */
function explainGreeting({ response = '' }: SmtpError, name: string): string {
  const greeting = `\`${response}\``
  if (!/^[2-5]\d\d(?:[ -]|$)/.test(response))
    return `${name} is no SMTP server: its first line is ${greeting}. Nothing was sent. Check the host and the port.`
  if (response.startsWith('4'))
    return `${name} is not available now: ${response}. Nothing was sent. Try again later.`
  if (response.startsWith('5'))
    return `${name} accepts no mail from here: ${response}. Nothing was sent. Check the host and the port, or ask your provider.`
  return `${name} is no SMTP server: its first line is ${greeting}, expected \`220\`. Nothing was sent. Check the host and the port.`
}

function explainLoginError(error: SmtpError, server: SmtpServer, response: string): string {
  const who = `\`${formatServerName(server)}\` as \`${server.login?.user}\``
  if (response === '') return `Cannot log in at ${who}: ${toSingleLine(error.message)}.`
  return `Cannot log in at ${who}: ${response}. Check the user and the password; many providers require an app password.`
}

function explainLookupError(cause: string, { host }: SmtpServer): string {
  return cause === 'EAI_AGAIN' || cause === 'ETIMEOUT'
    ? `Cannot look up \`${host}\`: no name server responds. Check your internet connection.`
    : `Cannot find the host \`${host}\`. Check its name.`
}

function explainTimeout(server: SmtpServer, timeout: number): string {
  const seconds = timeout / 1000
  const hint =
    server.secure === 'starttls' && server.port === 465
      ? 'Port 465 uses TLS from the start: set `secure` to `tls`.'
      : 'Check the host and the port; some networks block outgoing mail.'
  return `\`${formatServerName(server)}\` did not respond within ${seconds === 1 ? '1 second' : `${seconds} seconds`}. ${hint}`
}

function explainCertificateError({ message }: SmtpError, server: SmtpServer): string {
  const name = `\`${formatServerName(server)}\``
  const why = toSingleLine(message.replace(/^Error initiating TLS - /, '')).replace(/\.$/, '')
  return `Cannot trust ${name}: ${why}. Nothing was sent. If the certificate is your own, set NODE_EXTRA_CA_CERTS to the file of its authority.`
}

function explainTlsError(error: SmtpError, server: SmtpServer): string {
  const name = `\`${formatServerName(server)}\``
  if (server.secure === 'tls')
    return `Cannot use TLS with ${name} from the start. Nothing was sent. Set \`secure\` to \`starttls\`, which is usual on port 587.`
  const isRefused = error.command === 'STARTTLS'
  return isRefused
    ? `${name} does not offer STARTTLS. Nothing was sent. Set \`secure\` to \`tls\` (usual on port 465), or to \`none\` for a server on your own machine.`
    : `Cannot use TLS with ${name}, so nothing was sent: ${toSingleLine(error.message)}.`
}

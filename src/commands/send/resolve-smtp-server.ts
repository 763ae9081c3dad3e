import { UsageError } from '../../files/usage-error.ts'
import type { SmtpServer } from '../../send/smtp-server.ts'
import type { SmtpSecurity, SmtpSettings } from '../../settings.ts'

const securities: SmtpSecurity[] = ['starttls', 'tls', 'none']

/**
 * Resolves the server from the environment or the config; `ISSUE_SMTP_URL` overrides the config.
 * @param settings the config's `smtp`
 * @param environment `ISSUE_SMTP_URL` (`smtp://user:password@host:587`, `smtps://` for TLS from the start,
 *   `?secure=none` for none at all) and `ISSUE_SMTP_PASSWORD`
 * @throws {UsageError} when there is none, or when it would send a password unencrypted
 */
export function resolveSmtpServer(
  settings: SmtpSettings | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): SmtpServer {
  const { ISSUE_SMTP_URL: url, ISSUE_SMTP_PASSWORD: secret } = environment
  const configured = url ? parseServerUrl(url) : settings
  if (!configured) {
    throw new UsageError(
      'Missing an SMTP server: write `smtp: { host: smtp.example.com, user: … }` in the config and set ISSUE_SMTP_PASSWORD, or set ISSUE_SMTP_URL, e.g. to `smtp://user:password@smtp.example.com:587`',
    )
  }
  const { user, password = secret } = { password: undefined, ...configured }
  const secure = configured.secure ?? (configured.port === 465 ? 'tls' : 'starttls')
  const host = configured.host.replace(/^\[(.*)\]$/, '$1')
  const server = { host, port: configured.port ?? (secure === 'tls' ? 465 : 587), secure }
  if (user === undefined) return server
  if (!password) {
    throw new UsageError(`Missing the password of \`${user}\` at \`${host}\`: set ISSUE_SMTP_PASSWORD`)
  }
  if (secure === 'none' && !isLocalhost(host)) {
    throw new UsageError(
      `Cannot send a password to \`${host}\` without encryption: set \`secure\` to \`starttls\` or \`tls\`, or remove the user`,
    )
  }
  return { ...server, login: { user, password } }
}

function parseServerUrl(text: string): SmtpSettings & { password?: string } {
  const form = '`smtp://user:password@smtp.example.com:587`, or `smtps://…` for TLS from the start'
  // The URL itself is not printed: it contains a password.
  if (!URL.canParse(text)) throw new UsageError(`Cannot read the address in ISSUE_SMTP_URL, expected ${form}`)
  const { protocol, hostname, port, username, password, searchParams, pathname } = new URL(text)
  if (!['smtp:', 'smtps:'].includes(protocol) || hostname === '' || pathname.length > 1)
    throw new UsageError(`Unexpected address in ISSUE_SMTP_URL, expected ${form}`)
  const requested = searchParams.get('secure')
  const secure = securities.find((known) => known === requested)
  const others = [...searchParams.keys()].filter((key) => key !== 'secure')
  if ((requested !== null && secure === undefined) || others.length > 0) {
    const what = others[0] === undefined ? `\`secure=${requested}\`` : `\`${others[0]}\``
    throw new UsageError(
      `Unexpected ${what} in ISSUE_SMTP_URL, expected \`secure=starttls\`, \`secure=tls\` or \`secure=none\``,
    )
  }
  return {
    host: hostname,
    ...(port !== '' && { port: Number(port) }),
    ...(secure ? { secure } : protocol === 'smtps:' && { secure: 'tls' }),
    ...(username !== '' && { user: decode(username) }),
    ...(password !== '' && { password: decode(password) }),
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new UsageError('Cannot read the user or the password in ISSUE_SMTP_URL: write `%` as `%25`')
  }
}

function isLocalhost(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host)
}

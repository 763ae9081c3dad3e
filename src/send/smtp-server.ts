import type { SmtpSecurity } from '../settings.ts'

/** The server that test sends go through. */
export interface SmtpServer {
  host: string
  port: number
  secure: SmtpSecurity
  /** Nothing for a server that wants no login. */
  login?: { user: string; password: string }
}

/** What a server is called in a sentence. */
export function formatServerName({ host, port }: SmtpServer): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

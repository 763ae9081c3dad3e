import type { SmtpSecurity } from '../settings.ts'

/** The server that test sends go through. */
export interface SmtpServer {
  host: string
  port: number
  secure: SmtpSecurity
  /** Missing for a server without a login. */
  login?: { user: string; password: string }
}

/** Formats `smtp.example.com:587`. */
export function formatServerName({ host, port }: SmtpServer): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}

import type { SmtpServer } from './smtp-server.ts'

/** Longer responses are cut off; in UTF-16 units. */
const longestResponse = 500

const mask = '[password]'

/**
 * Formats a server's response on one line, without control characters. The lines of one that has several become one
 * sentence: `550-5.1.1 No such` and `550 5.1.1 user` are `550 5.1.1 No such user` (RFC 5321, section 4.2.1).
 * @param response as received
 * @param login whose password is masked wherever the server repeats it, as it is or as it was sent
 */
export function cleanResponse(response: string, login: SmtpServer['login']): string {
  // Both before and after: control characters within a password are removed with all others.
  const masked = maskPassword(toSingleLine(joinLines(maskPassword(response, login))), login)
  return masked.length > longestResponse ? `${masked.slice(0, longestResponse)}…` : masked
}

/** Removes control characters. */
export function toSingleLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ').trim()
}

/** Joins lines of one response; each repeats the code, and the enhanced code (RFC 3463) if there is one. */
function joinLines(response: string): string {
  const [first = '', ...others] = response.split(/\r?\n/)
  const start = /^(\d{3})[ -](?:(\d\.\d{1,3}\.\d{1,3}) )?/.exec(first)
  if (!start) return response
  const [, code = '', enhanced] = start
  const rest = others.map((line) => {
    const text = new RegExp(`^${code}(?:[ -]|$)`).test(line) ? line.slice(code.length + 1) : line
    return enhanced && text.startsWith(`${enhanced} `) ? text.slice(enhanced.length + 1) : text
  })
  const lines = [first.slice(code.length + 1), ...rest].map((line) => line.trim())
  return [code, ...lines.filter((line) => line !== '')].join(' ')
}

function maskPassword(text: string, login: SmtpServer['login']): string {
  if (!login) return text
  // Longer ones first, since one may be within another.
  const forms = listForms(login).sort((a, b) => b.length - a.length)
  return forms.reduce((masked, form) => masked.replaceAll(form, mask), text)
}

/** A password as it is, as one reads it in Latin 1 or in an address, and as AUTH PLAIN and LOGIN send it (RFC 4616). */
function listForms({ user, password }: NonNullable<SmtpServer['login']>): string[] {
  const sent = [password, `\0${user}\0${password}`, `${user}\0${user}\0${password}`]
  const encoded = sent.map((text) => Buffer.from(text).toString('base64'))
  const forms = [
    password,
    toSingleLine(password),
    Buffer.from(password).toString('latin1'),
    encodeURIComponent(password),
    ...encoded,
    ...encoded.map((text) => text.replace(/=+$/, '')),
  ]
  return [...new Set(forms)].filter((form) => form !== '')
}

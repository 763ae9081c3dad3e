/** How the dialects write a fallback: Liquid and Django, Go, HubL, MailerLite; SendGrid; Sendy; GetResponse; Resend; Ghost. */
const forms: RegExp[] = [
  /\|\s*default\s*[:(]?\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)/,
  /^\{\{-?\s*or\s+\S+\s+(?:"([^"]*)"|`([^`]*)`)/,
  /personalization_token\(\s*(?:"[^"]*"|'[^']*')\s*,\s*(?:"([^"]*)"|'([^']*)')/,
  /"default=([^"]*)"/,
  /^\[[^\],]*,fallback=([^\]]*)\]$/i,
  /fallback="([^"]*)"/,
  /^\{\{\{[^{}|]*\|([^{}]*)\}\}\}$/,
  /^(?:%%)?\{[a-z_]+, ?"([^"]*)"\}(?:%%)?$/,
]

/**
 * What a native merge tag says of those whom the provider knows nothing of.
 * @returns `''` for a tag that says nothing
 */
export function fallbackWords(tag: string): string {
  for (const form of forms) {
    const [, ...groups] = form.exec(tag) ?? []
    const words = groups.find((group) => group !== undefined)
    if (words !== undefined) return words
  }
  return ''
}

/** The file names that look like hosts: `report.pdf` is no site. */
const fileName =
  /^[^/]*\.(?:html?|php|aspx?|pdf|png|jpe?g|gif|svg|webp|txt|zip|docx?|xlsx?|pptx?|csv|mp[34]|epub|ics)$/i
const host = /^(?:localhost|(?:[\p{L}\p{N}_-]+\.)+\p{L}[\p{L}\p{N}-]+)(?::\d+)?(?:[/?#]|$)/iu

/**
 * Guesses the whole address that was meant by one without a scheme: `mailto:` for a mailbox, `tel:` for a number, and
 * `https:` for a host.
 * @returns `undefined` for what can only be a path
 */
export function guessAddress(address: string): string | undefined {
  const text = address.trim()
  if (/^[^\s@/:?#]+@[^\s@/:?#]+\.[^\s@/:?#]+(?:\?\S*)?$/.test(text)) return `mailto:${text}`
  if (/^\+?\(?\d[\d\s().-]{5,}$/.test(text)) return `tel:${text.replace(/[^\d+]/g, '')}`
  const [, rest] = /^https?[;:.]?[/\\]+(.+)$/i.exec(text) ?? []
  if (rest !== undefined) return `https://${rest}`
  const isFile = fileName.test(text.replace(/[?#].*$/s, ''))
  return host.test(text) && !isFile ? `https://${text}` : undefined
}

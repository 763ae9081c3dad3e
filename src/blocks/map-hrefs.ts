import { fromHtml } from 'hast-util-from-html'

/** An address in raw HTML, in double quotation marks, single ones or none. */
const href = /(\shref\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

/**
 * Gives the links in a piece of raw HTML other addresses.
 * @param change of an address as readers follow it, `&` and all; what it gives back as it was stays byte for byte
 */
export function mapHrefs(html: string, change: (url: string) => string): string {
  return html.replace(href, (whole, before: string, ...values: (string | undefined)[]) => {
    const url = decode(values.slice(0, 3).join(''))
    const changed = change(url)
    return changed === url
      ? whole
      : `${before}"${changed.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
  })
}

/** An attribute's value as a browser reads it, its character references resolved. */
function decode(value: string): string {
  if (!value.includes('&')) return value
  const [link] = fromHtml(`<a href="${value.replaceAll('"', '&quot;')}">`, { fragment: true }).children
  return link?.type === 'element' ? String(link.properties.href ?? '') : value
}

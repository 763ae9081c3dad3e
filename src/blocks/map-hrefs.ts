import { fromHtml } from 'hast-util-from-html'

/** An address in raw HTML, in double quotation marks, single ones or none. */
const href = /(\shref\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

/**
 * Maps the addresses of the links in a piece of raw HTML.
 * @param change maps an address, in which character references such as `&amp;` are resolved; an address that it returns
 * unchanged stays byte for byte
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

/** Resolves the character references of an attribute's value, as a browser does. */
function decode(value: string): string {
  if (!value.includes('&')) return value
  const [link] = fromHtml(`<a href="${value.replaceAll('"', '&quot;')}">`, { fragment: true }).children
  return link?.type === 'element' ? String(link.properties.href ?? '') : value
}

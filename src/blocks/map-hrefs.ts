/** An address in raw HTML, in double quotation marks, single ones or none. */
const href = /(\shref\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

/**
 * Gives the links in a piece of raw HTML other addresses.
 * @param change of an address as readers follow it, `&` and all; what it gives back as it was stays byte for byte
 */
export function mapHrefs(html: string, change: (url: string) => string): string {
  return html.replace(href, (whole, before: string, ...values: (string | undefined)[]) => {
    const url = values.slice(0, 3).join('').replaceAll('&amp;', '&')
    const changed = change(url)
    return changed === url
      ? whole
      : `${before}"${changed.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
  })
}

/** An address in CSS: `url(…)`. */
export interface CssAddress {
  address: string
  /** Its offset in the text that was searched. */
  offset: number
  /** Whether it is that of a font, in `@font-face`. */
  isFont: boolean
}

const url =
  /\/\*[\s\S]*?\*\/|(\burl\(\s*)("[^"]*"|'[^']*'|&quot;.*?&quot;|&#39;.*?&#39;|[^\s"'()&]+)(?=\s*\))/gi

/**
 * Replaces the addresses in a style sheet or in the value of a `style` attribute. Those in comments stay.
 * @param replace returns the address to write instead
 */
export function replaceCssAddresses(css: string, replace: (address: CssAddress) => string): string {
  return css.replace(url, (whole, before: string | undefined, written: string, at: number) => {
    if (before === undefined) return whole
    const quote = /^(?:["']|&quot;|&#39;)/.exec(written)?.[0] ?? ''
    const address = written.slice(quote.length, written.length - quote.length)
    const offset = at + before.length + quote.length
    const font = css.slice(0, at).lastIndexOf('@font-face')
    const isFont = font !== -1 && !css.slice(font, at).includes('}')
    return before + quote + replace({ address, offset, isFont }) + quote
  })
}

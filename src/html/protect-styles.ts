import { isBlankStyle, isDeclaration, replaceSegments, splitStyle } from '../css/style-attribute.ts'
import { startTag } from '../hast/start-tag.ts'
import { pieceEnd, pieceStart } from '../private-use.ts'

/** HTML and CSS without the pieces of CSS that juice would destroy. */
export interface ProtectedStyles {
  html: string
  css: string
  /** Puts the pieces into the HTML again. */
  restore(html: string): string
}

// A value can have spaces around its equals sign, and need not have quotes. The values of other attributes are matched as
// well, since their words can be ` style=`.
const styleAttribute = /(\sstyle\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|"[^"]*"|'[^']*'/gi
const anyString = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/g
const piece = new RegExp(`(x-)?${pieceStart}(\\d+)${pieceEnd}(?:: 0|:0)?`, 'g')

/**
 * Replaces each piece of CSS that juice cannot read by a placeholder: in `style` attributes strings, addresses, character
 * references, and parts without a colon (merge tags, for example); in the style sheet strings that contain a quote. juice
 * splits a value at the semicolon of `&quot;`, and throws an error for an attribute without a declaration.
 * @param html a whole document
 * @param css the rules to be inlined
 */
export function protectStyles(html: string, css: string): ProtectedStyles {
  const pieces: string[] = []
  const protect = (text: string) => `${pieceStart}${pieces.push(text) - 1}${pieceEnd}`
  const protectPart = (part: string) => {
    if (isBlankStyle(part)) return part
    if (isDeclaration(part)) return replaceSegments(part, protect)
    return `x-${protect(replaceSegments(part, (text) => text).trim())}:0`
  }
  const protectStyle = (style: string) => {
    const parts = splitStyle(style)
    // The only quotes left are those in comments.
    return parts.every(isBlankStyle) ? '' : parts.map(protectPart).join(';').replaceAll('"', '&quot;')
  }
  return {
    html: html.replace(startTag, (tag) =>
      tag.replace(styleAttribute, (whole, name: string | undefined, ...values: (string | undefined)[]) => {
        if (name === undefined) return whole
        const style = values.slice(0, 3).find((value) => value !== undefined) ?? ''
        return `${name}"${protectStyle(style)}"`
      }),
    ),
    css: css.replace(anyString, (text) =>
      /["']/.test(text.slice(1, -1)) ? protect(text.replaceAll('"', '&quot;')) : text,
    ),
    restore: (text) =>
      text.replace(piece, (whole, isPart: string | undefined, number: string) => {
        const restored = pieces[Number(number)] ?? ''
        return isPart ? restored : whole.replace(/^[^:]*/, () => restored)
      }),
  }
}

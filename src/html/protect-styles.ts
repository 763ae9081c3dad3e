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
const piece = new RegExp(`(x-)?${pieceStart}(s?)(\\d+)${pieceEnd}(?:: 0|:0)?`, 'g')

/** The placeholder of a piece of a `style` attribute; that of a piece of the style sheet has an `s`. Global. */
export const elementPiece: RegExp = new RegExp(`${pieceStart}(\\d+)${pieceEnd}`, 'g')

/** The placeholder of a piece of a `style` attribute, by the piece's number. */
export function elementPieceOf(number: number): string {
  return `${pieceStart}${number}${pieceEnd}`
}

/**
 * Replaces each piece of CSS that juice cannot read by a placeholder: in `style` attributes strings, addresses, character
 * references, and parts without a colon (merge tags, for example); in the style sheet strings that contain a quote. juice
 * splits a value at the semicolon of `&quot;`, and throws an error for an attribute without a declaration.
 * @param html a whole document
 * @param css the rules to be inlined
 */
export function protectStyles(html: string, css: string): ProtectedStyles {
  const pieces: string[] = []
  // They have numbers of their own, so that the same style sheet becomes the same for every document.
  const sheetPieces: string[] = []
  const protect = (text: string) => elementPieceOf(pieces.push(text) - 1)
  const protectInSheet = (text: string) => `${pieceStart}s${sheetPieces.push(text) - 1}${pieceEnd}`
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
    html: html.replace(startTag, (tag) => {
      if (!/\sstyle/i.test(tag)) return tag
      return tag.replace(
        styleAttribute,
        (whole, name: string | undefined, ...values: (string | undefined)[]) => {
          if (name === undefined) return whole
          const style = values.slice(0, 3).find((value) => value !== undefined) ?? ''
          return `${name}"${protectStyle(style)}"`
        },
      )
    }),
    css: css.replace(anyString, (text) =>
      /["']/.test(text.slice(1, -1)) ? protectInSheet(text.replaceAll('"', '&quot;')) : text,
    ),
    restore: (text) => {
      if (!text.includes(pieceStart)) return text
      return text.replace(piece, (whole, isPart: string | undefined, inSheet: string, number: string) => {
        const restored = (inSheet ? sheetPieces : pieces)[Number(number)] ?? ''
        return isPart ? restored : whole.replace(/^[^:]*/, () => restored)
      })
    },
  }
}

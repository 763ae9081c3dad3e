import type { JuiceElement, JuiceNode } from 'juice/client.js'
import { splitStyle } from '../css/style-attribute.ts'
import { childElements } from './style-contexts.ts'

/** The font that an element's content inherits. */
interface Font {
  /** As it is written; empty when it is not known. */
  family: string
  isBold: boolean
  isItalic: boolean
}

/** `font: italic bold 20px/28px Georgia,serif` */
const shorthand =
  /^font:\s*(?<keywords>(?:[a-z]+\s+)*)(?<size>[\d.]+px)(?:\/(?<line>[\d.]+px))?\s+(?<family>.+)$/i

const bold = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const italic = new Set(['address', 'cite', 'dfn', 'em', 'i', 'var'])
/** Elements whose family browsers set. */
const withOwnFamily = new Set(['button', 'code', 'input', 'kbd', 'pre', 'samp', 'select', 'textarea', 'tt'])

/** A rule for classic Outlook alone that sets the family of cells. */
const outlookRule =
  /<!--\[if mso\]>(?:(?!<!\[endif\]-->)[\s\S])*?<style>[^<]*?\btd\b[^<{]*\{[^<}]*font-family/

/**
 * Whether the elements of a page may inherit their family. Word, which draws classic Outlook's emails, sets its own in each cell of
 * a table, so that the page needs a rule for it, as the shipped layouts have.
 */
export function canInheritFonts(page: string): boolean {
  return outlookRule.test(page)
}

/**
 * Writes the `font` of elements without its family where they inherit the same, in place: a list of families is long, and a
 * template whose headings have the font of its text would repeat it on most elements.
 * @param root a document whose styles are in `style` attributes
 */
export function shortenFonts(root: JuiceNode): void {
  visitElements(root, { family: '', isBold: false, isItalic: false })
}

function visitElements(node: JuiceNode, inherited: Font): void {
  for (const element of childElements(node)) visitElements(element, shortenFont(element, inherited))
}

/** @returns the font that the element's content inherits */
function shortenFont({ name, attribs }: JuiceElement, { family, isBold, isItalic }: Font): Font {
  const own: Font = {
    family: withOwnFamily.has(name) ? '' : family,
    isBold: isBold || bold.has(name),
    isItalic: isItalic || italic.has(name),
  }
  if (!attribs.style?.includes('font')) return own
  const parts = splitStyle(attribs.style).map((part) => part.trim())
  const declared = parts.filter((part) => /^font(?:-family|-style|-weight)?\s*:/i.test(part))
  const [first = ''] = declared
  if (first === '') return own
  const { keywords = '', size, line, family: written = '' } = shorthand.exec(first)?.groups ?? {}
  // What is written in another form may be bold or italic.
  if (written === '' || declared.length > 1) return { family: '', isBold: true, isItalic: true }
  const font = { family: written, isBold: /\bbold\b/.test(keywords), isItalic: /\bitalic\b/.test(keywords) }
  const hasOtherKeywords = keywords.replace(/\bbold\b/, '').trim() !== ''
  if (written !== own.family || line === undefined || own.isItalic || hasOtherKeywords) return font
  const longhands = [`font-size:${size}`, `line-height:${line}`]
  if (font.isBold) longhands.unshift('font-weight:bold')
  else if (own.isBold) longhands.unshift('font-weight:normal')
  const shortened = longhands.join(';')
  if (shortened.length < first.length)
    attribs.style = parts.map((part) => (part === first ? shortened : part)).join(';')
  return font
}

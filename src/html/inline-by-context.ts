import juice, { type JuiceApi, type JuiceElement, type JuiceNode, type JuiceOptions } from 'juice/client.js'
import processDocument from 'juice/lib/cheerio.js'
import { copyText } from '../memoize-text.ts'
import { type ContextSheet, formatNeededRules } from './context-sheet.ts'
import { elementPiece, elementPieceOf } from './protect-styles.ts'
import { childElements, createStyleContext, resolveContext, type StyleContext } from './style-contexts.ts'

/** An element whose style is not known yet. */
interface Unresolved {
  element: JuiceElement
  context: StyleContext
  style: NumberedStyle
}

/** A `style` attribute in which the placeholders of its pieces are numbered from 0, whatever else the document has. */
interface NumberedStyle {
  text: string
  /** The placeholders as the document has them. */
  pieces: string[]
}

/** How many styles are stored for one style sheet; a real newsletter has a few hundred. */
const maxStyles = 5000

/**
 * Writes the rules of a style sheet into the `style` attributes of a document, as juice does. juice inlines the sheet into
 * a small document that has one element for each context and `style` attribute not met before; all other elements get
 * what it gave before.
 */
export function inlineByContext(root: JuiceNode, sheet: ContextSheet, options: JuiceOptions): void {
  if (sheet.size > maxStyles) Object.assign(sheet, { root: createStyleContext(), size: 0 })
  const unresolved: Unresolved[] = []
  const visit = (node: JuiceNode, parent: StyleContext): void => {
    for (const element of childElements(node)) {
      const context = resolveContext(parent, element, sheet.features)
      const style = numberPieces(element.attribs.style)
      if (context.styles.has(style.text)) writeStyle(element, context, style)
      else unresolved.push({ element, context, style })
      visit(element, context)
    }
  }
  visit(root, sheet.root)
  if (unresolved.length === 0) return
  resolveStyles(unresolved, sheet, options)
  for (const { element, context, style } of unresolved) writeStyle(element, context, style)
}

/** Has juice inline the sheet into a document of the elements that have no style yet, and stores what it gives. */
function resolveStyles(unresolved: readonly Unresolved[], sheet: ContextSheet, options: JuiceOptions): void {
  processDocument('', options, ($: JuiceApi) => {
    const copies = new Map<StyleContext, JuiceNode>([[sheet.root, $.root()[0]]])
    const requested = new Map<StyleContext, Map<string, JuiceElement>>()
    for (const { element, context, style } of unresolved) {
      const copiesByStyle = requested.get(context) ?? new Map<string, JuiceElement>()
      requested.set(context, copiesByStyle)
      if (copiesByStyle.has(style.text)) continue
      const copy = appendCopy(copyAncestors(element, context, copies), element)
      copy.attribs.style = style.text
      copiesByStyle.set(style.text, copy)
      if (!copies.has(context)) copies.set(context, copy)
    }
    juice.inlineDocument($, formatNeededRules(sheet, $.root()[0]), options)
    for (const [context, copiesByStyle] of requested) {
      for (const [before, { attribs }] of copiesByStyle) storeStyle(context, before, attribs.style)
      sheet.size += copiesByStyle.size
    }
  })
}

function storeStyle({ styles }: StyleContext, before: string, after: string | undefined): void {
  styles.set(copyText(before), after === undefined || after === before ? undefined : copyText(after))
}

/** The copy of an element's parent, which is made with its own ancestors if there is none. */
function copyAncestors(
  element: JuiceElement,
  context: StyleContext,
  copies: Map<StyleContext, JuiceNode>,
): JuiceNode {
  const parent = context.parent as StyleContext
  const existing = copies.get(parent)
  if (existing) return existing
  const original = element.parent as JuiceElement
  const copy = appendCopy(copyAncestors(original, parent, copies), original)
  copies.set(parent, copy)
  return copy
}

/** Appends a copy of an element, without its content. */
function appendCopy(parent: JuiceNode, element: JuiceElement): JuiceElement {
  const copy = element.cloneNode(false)
  copy.parent = parent
  parent.children?.push(copy)
  return copy
}

function writeStyle(element: JuiceElement, context: StyleContext, { text, pieces }: NumberedStyle): void {
  const inlined = context.styles.get(text)
  if (inlined === undefined) return
  element.attribs.style = inlined.replace(
    elementPiece,
    (whole, number: string) => pieces[Number(number)] ?? whole,
  )
}

/** @param style the attribute; none is the same to juice as an empty one */
function numberPieces(style = ''): NumberedStyle {
  const pieces: string[] = []
  const text = style.replace(elementPiece, (piece) => {
    if (!pieces.includes(piece)) pieces.push(piece)
    return elementPieceOf(pieces.indexOf(piece))
  })
  return { text, pieces }
}

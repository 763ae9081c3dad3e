import juice, { type JuiceNode } from 'juice/client.js'
import processDocument from 'juice/lib/cheerio.js'
import { type ContextSheet, createContextSheet } from './context-sheet.ts'
import { inlineByContext } from './inline-by-context.ts'
import { protectStyles } from './protect-styles.ts'

// juice would interpret a literal `{{` as a template tag and not style anything up to the next `}}`. The issue's own merge
// tags are tokens at this point.
for (const name of Object.keys(juice.codeBlocks)) delete juice.codeBlocks[name]

const options = {
  applyAttributesTableElements: false,
  applyHeightAttributes: false,
  applyWidthAttributes: false,
  inlinePseudoElements: false,
  preserveImportant: true,
  xmlMode: false,
}

/**
 * The style sheets that were used last, by their text: `undefined` for one that has to be inlined into whole documents. A
 * template has a few, since `@inline` depends on the issue.
 */
const sheets = new Map<string, ContextSheet | undefined>()
const maxSheets = 20

/**
 * Writes the rules of a style sheet into the `style` attributes of the elements that they match. Sizes are not written
 * into attributes as well: juice would write `height="auto"`, which classic Outlook does not understand.
 *
 * What juice gives for an element is stored for all elements of which the sheet's selectors see the same, in this document
 * and in others.
 * @param html a whole document; conditional comments and merge tags stay as they are
 * @param css rules that work in `style` attributes
 * @param finish changes the document, whose styles are in attributes, in place
 */
export function inlineStyles(html: string, css: string, finish?: (root: JuiceNode) => void): string {
  const styles = protectStyles(html, css)
  const sheet = resolveSheet(styles.css)
  const inlined = processDocument(styles.html, options, ($) => {
    if (sheet) inlineByContext($.root()[0], sheet, options)
    else juice.inlineDocument($, styles.css, options)
    finish?.($.root()[0])
  })
  return styles.restore(inlined)
}

function resolveSheet(css: string): ContextSheet | undefined {
  const sheet = sheets.has(css) ? sheets.get(css) : createContextSheet(css)
  // The sheets are in the order of their last use.
  sheets.delete(css)
  sheets.set(css, sheet)
  const [oldest] = sheets.keys()
  if (sheets.size > maxSheets && oldest !== undefined) sheets.delete(oldest)
  return sheet
}

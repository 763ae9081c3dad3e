import juice from 'juice/client.js'

// juice would interpret a literal `{{` as a template tag and not style anything up to the next `}}`. The issue's own merge
// tags are tokens at this point.
for (const name of Object.keys(juice.codeBlocks)) delete juice.codeBlocks[name]

/**
 * Writes the rules of a style sheet into the `style` attributes of the elements that they match. Sizes are not written
 * into attributes as well: juice would write `height="auto"`, which classic Outlook does not understand.
 * @param html a whole document; conditional comments and merge tags stay as they are
 * @param css rules that work in `style` attributes
 */
export function inlineStyles(html: string, css: string): string {
  return juice.inlineContent(html, css, {
    applyAttributesTableElements: false,
    applyHeightAttributes: false,
    applyWidthAttributes: false,
    inlinePseudoElements: false,
    preserveImportant: true,
    xmlMode: false,
  })
}

import juice from 'juice/client.js'
import { protectStyles } from './protect-styles.ts'

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
  const styles = protectStyles(html, css)
  const inlined = juice.inlineContent(styles.html, styles.css, {
    applyAttributesTableElements: false,
    applyHeightAttributes: false,
    applyWidthAttributes: false,
    inlinePseudoElements: false,
    preserveImportant: true,
    xmlMode: false,
  })
  return styles.restore(inlined)
}

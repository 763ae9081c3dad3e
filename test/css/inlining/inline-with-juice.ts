import juice from 'juice'
import { protectStyles } from '../../../src/html/protect-styles.ts'

/** What `inlineStyles` has to give, byte by byte: juice inlines the sheet into the whole document. */
export function inlineWithJuice(html: string, css: string): string {
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

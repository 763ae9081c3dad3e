import juice from 'juice/client.js'

/**
 * Writes a style sheet's rules onto the elements they match. Sizes are never turned into attributes, since juice would
 * write `height="auto"`, which classic Outlook takes for a height; templates write the attributes they want.
 * @param html a whole document; conditional comments and merge tags in it stay as they are
 * @param css rules that can stand inline
 */
export function inline(html: string, css: string): string {
  return juice.inlineContent(html, css, {
    applyAttributesTableElements: false,
    applyHeightAttributes: false,
    applyWidthAttributes: false,
    inlinePseudoElements: false,
    preserveImportant: true,
    xmlMode: false,
  })
}

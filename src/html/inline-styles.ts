import juice from 'juice/client.js'

// juice would take a literal `{{` for a template's tag and leave all up to the next `}}` without styles. Tags that are
// meant are tokens by now.
for (const name of Object.keys(juice.codeBlocks)) delete juice.codeBlocks[name]

/**
 * Writes a style sheet's rules onto the elements they match. Sizes are never turned into attributes, since juice would
 * write `height="auto"`, which classic Outlook takes for a height; templates write the attributes they want.
 * @param html a whole document; conditional comments and merge tags in it stay as they are
 * @param css rules that can stand inline
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

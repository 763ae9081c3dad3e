import type { Root } from 'hast'
import { visit } from 'unist-util-visit'

/** Properties that Word alone knows, and what shows the same elsewhere. */
const properties: [RegExp, string][] = [
  [/(?<![\w-])mso-padding-alt(?=\s*:)/gi, 'padding'],
  [/(?<![\w-])mso-hide\s*:\s*all(?![\w-])/gi, 'display:none'],
]

/** Makes what is said to classic Outlook in its own words visible to a browser. */
export function applyWordProperties(document: Root): void {
  visit(document, 'element', (element) => {
    const { style } = element.properties
    if (typeof style === 'string') element.properties.style = toCss(style)
    if (element.tagName !== 'style') return
    for (const child of element.children) if (child.type === 'text') child.value = toCss(child.value)
  })
}

function toCss(css: string): string {
  return properties.reduce((text, [own, common]) => text.replace(own, common), css)
}

import type { Root } from 'hast'
import { renderVml } from './render-vml.ts'
import { addDefaultStyles, rewriteCss } from './rewrite-css.ts'

/** Properties that only Word supports, and standard CSS with the same effect. */
const wordProperties: [property: RegExp, replacement: string][] = [
  [/(?<![\w-])mso-padding-alt(?=\s*:)/gi, 'padding'],
  [/(?<![\w-])mso-hide\s*:\s*all(?![\w-])/gi, 'display:none'],
]

/** Word does not support `white-space`, but always wraps the lines of a `<pre>`. */
const wordStyles = ':where(pre){white-space:pre-wrap}'

/** Replaces Word's own CSS properties by standard ones, in place. */
export function applyWordProperties(document: Root): void {
  rewriteCss(document, (css) =>
    wordProperties.reduce((text, [property, replacement]) => text.replace(property, replacement), css),
  )
}

/** Renders what classic Outlook shows in its own way, in place, once all that it does not support is removed. */
export function renderAsWord(document: Root): void {
  renderVml(document)
  addDefaultStyles(document, wordStyles)
}

import { appliesToWord } from './applies-to-word.ts'

/**
 * `<!--[if mso]>…<![endif]-->`, which is a comment to all other clients, and `<!--[if !mso]><!-->…<!--<![endif]-->`, of
 * which only the start and the end are comments.
 */
const comment = /<!--\[if ([^\]]*)\]>(?:<!--\s*-->|<!-->|-->)?([\s\S]*?)(?:<!--\s*)?<!\[endif\]\s*-->/gi

/** `<![if !mso]>…<![endif]>`, an older form, which is two comments to all other clients. */
const revealed = /<!\[if ([^\]]*)\]>([\s\S]*?)<!\[endif\]>/gi

/** Office settings, which are not shown. */
const settings = /<xml\b[^>]*>[\s\S]*?<\/xml\s*>/gi

/** `<v:fill … />` is complete in XML. In HTML it is a start tag, and everything behind it would be its content. */
const selfClosed = /<((?:v|o|w|m):[a-z]+)\b((?:"[^"]*"|'[^']*'|[^'">])*?)\/>/gi

/** Shapes: the text of a button is in a `<center>`, which in HTML would end the paragraph around the button. */
const shape = /<(v:(?:roundrect|rect|oval))\b[\s\S]*?<\/\1\s*>/gi

/**
 * Resolves conditional comments as classic Outlook does: the content of those that apply to Word is shown, that of the
 * others removed.
 * @param html a whole document. It is rewritten as text, since one comment may open a table that another closes
 */
export function parseWordHtml(html: string): string {
  const open = (_: string, condition: string, content: string): string =>
    appliesToWord(condition) ? content : ''
  return html
    .replace(comment, open)
    .replace(revealed, open)
    .replace(settings, '')
    .replace(selfClosed, (_, name: string, attributes: string) => `<${name}${attributes}></${name}>`)
    .replace(shape, (whole) => whole.replace(/(<\/?)center\b/gi, '$1span'))
}

import { appliesToWord } from './applies-to-word.ts'

/**
 * `<!--[if mso]>…<![endif]-->`, which is a comment to all others, and `<!--[if !mso]><!-->…<!--<![endif]-->`, of which
 * only the two ends are.
 */
const comment = /<!--\[if ([^\]]*)\]>(?:<!--\s*-->|<!-->|-->)?([\s\S]*?)(?:<!--\s*)?<!\[endif\]\s*-->/gi

/** `<![if !mso]>…<![endif]>`, an older way that others take for two comments. */
const bare = /<!\[if ([^\]]*)\]>([\s\S]*?)<!\[endif\]>/gi

/** The office settings: nothing of them is shown. */
const settings = /<xml\b[^>]*>[\s\S]*?<\/xml\s*>/gi

/** `<v:fill … />` ends itself in XML, but not in HTML, where all that follows would be in it. */
const selfClosed = /<((?:v|o|w|m):[a-z]+)\b((?:"[^"]*"|'[^']*'|[^'">])*?)\/>/gi

/** A button's words are in a `<center>`, which to HTML would end the paragraph that the button stands in. */
const shape = /<(v:(?:roundrect|rect|oval))\b[\s\S]*?<\/\1\s*>/gi

/**
 * The HTML as classic Outlook reads it: conditional comments are opened where Word meets them and dropped with what is
 * in them where it does not.
 * @param html a whole document. It is not parsed: one comment may open a table that another closes
 */
export function parseWordHtml(html: string): string {
  const open = (_: string, condition: string, content: string): string =>
    appliesToWord(condition) ? content : ''
  return html
    .replace(comment, open)
    .replace(bare, open)
    .replace(settings, '')
    .replace(selfClosed, (_, name: string, attributes: string) => `<${name}${attributes}></${name}>`)
    .replace(shape, (drawn) => drawn.replace(/(<\/?)center\b/gi, '$1span'))
}

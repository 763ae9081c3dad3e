import type { FormContext } from './tag-forms.ts'

/** A start tag, also in a conditional comment. Its attribute values can contain any character but their quotes. */
const startTag = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi

const attribute = /(\s[a-z][\w:.-]*\s*=\s*)("[^"]*"|'[^']*')/gi
const addresses = /^\s(?:href|src|action|background|poster|cite)\s*=/i

/**
 * Restores the tokens of a finished document, in the form of each context: text, attributes, addresses.
 * @param html the document, with merge tags as tokens
 * @param restore restores the tokens of one part
 */
export function restoreHtml(html: string, restore: (text: string, context: FormContext) => string): string {
  let end = 0
  let restored = ''
  for (const match of html.matchAll(startTag)) {
    restored += restore(html.slice(end, match.index), 'text') + restoreTag(match[0], restore)
    end = match.index + match[0].length
  }
  return restored + restore(html.slice(end), 'text')
}

function restoreTag(tag: string, restore: (text: string, context: FormContext) => string): string {
  const inner = tag.replace(attribute, (_, name: string, value: string) => {
    // The form for attributes is one for double quotes.
    if (value.startsWith("'")) return name + restore(value, 'text')
    return name + restore(value, addresses.test(name) ? 'url' : 'attribute')
  })
  return restore(inner, 'attribute')
}

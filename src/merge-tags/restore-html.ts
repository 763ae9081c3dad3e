import type { FormContext } from './tag-forms.ts'

/** A start tag, wherever it stands, a conditional comment's among them; attribute values may hold all but their quotes. */
const startTag = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi

const attribute = /(\s[a-z][\w:.-]*\s*=\s*)("[^"]*"|'[^']*')/gi
const addresses = /^\s(?:href|src|action|background|poster|cite)\s*=/i

/**
 * Restores a finished document, of which each part wants its own bytes: text, attributes, addresses.
 * @param html merge tags still tokens
 * @param restore restores one part
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
    // What an attribute in double quotes must not hold may stand in one in single quotes, and the reverse.
    if (value.startsWith("'")) return name + restore(value, 'text')
    return name + restore(value, addresses.test(name) ? 'url' : 'attribute')
  })
  return restore(inner, 'attribute')
}

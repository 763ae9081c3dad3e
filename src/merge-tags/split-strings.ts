/** The quoted strings in the text of a tag. */
export interface TagStrings {
  strings: string[]
  /** The quotation mark of a string that does not end. */
  unclosed?: string
}

/**
 * Splits the text of a tag into its strings. Liquid has no escapes and Go, Jinja and Handlebars have backslashes: a tag is
 * read the way in which its strings end.
 */
export function splitStrings(inner: string): TagStrings {
  const escaped = scan(inner, true)
  if (escaped.unclosed === undefined || !inner.includes('\\')) return escaped
  return scan(inner, false)
}

function scan(inner: string, hasEscapes: boolean): TagStrings {
  const strings: string[] = []
  let start = -1
  for (let index = 0; index < inner.length; index++) {
    const character = inner[index] ?? ''
    if (start === -1) {
      // After a letter it is an apostrophe: {{ today's date }}.
      const isApostrophe = character === "'" && /\p{L}|\p{N}/u.test(inner[index - 1] ?? '')
      if (/["'`]/.test(character) && !isApostrophe) start = index
    } else if (hasEscapes && character === '\\' && inner[start] !== '`') index++
    else if (character === inner[start]) {
      strings.push(inner.slice(start + 1, index))
      start = -1
    }
  }
  return { strings, ...(start !== -1 && { unclosed: inner[start] }) }
}

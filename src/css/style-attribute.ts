const double = '(?:"|&quot;|&#0*34;|&#[xX]0*22;)'
const single = "(?:'|&apos;|&#0*39;|&#[xX]0*27;)"
const comment = String.raw`/\*[\s\S]*?\*/`
const reference = '&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);'

/** The content of a string may have escaped quotes. A string that is not closed ends with the value. */
const stringOf = (quote: string) => String.raw`${quote}(?:\\[\s\S]|(?!${quote})[^\\])*(?:${quote}|$)`
const string = `${stringOf(double)}|${stringOf(single)}`
const address = String.raw`url\(\s*(?!\s|${double}|${single})[^)]*\)`

const commentOnly = new RegExp(`^(?:\\s|${comment})*$`)
const propertyName = new RegExp(`^(?:\\s|${comment})*[^\\s"'&{}:/]+\\s*:`)
const segment = new RegExp(`${comment}|${string}|${address}|${reference}|[{}]`, 'gi')
const quoted = new RegExp(`^(${double})([\\s\\S]*?)(${double})?$|^(${single})([\\s\\S]*?)(${single})?$`)
const anySingle = new RegExp(single)

/**
 * Splits the value of a `style` attribute at the semicolons between its declarations, not at those in strings, in
 * `url()`, in comments and of character references.
 * @param style the value as HTML writes it, with character references (`&quot;`)
 */
export function splitStyle(style: string): string[] {
  const parts = ['']
  let end = 0
  const append = (text: string) => {
    const [first = '', ...rest] = text.split(';')
    parts[parts.length - 1] += first
    parts.push(...rest)
  }
  for (const match of style.matchAll(segment)) {
    append(style.slice(end, match.index))
    parts[parts.length - 1] += match[0]
    end = match.index + match[0].length
  }
  append(style.slice(end))
  return parts
}

/** True for a part of a `style` attribute that sets nothing: white space and comments. */
export function isBlankStyle(part: string): boolean {
  return commentOnly.test(part)
}

/** True for a part of a `style` attribute that begins with a property and a colon. */
export function isDeclaration(part: string): boolean {
  return propertyName.test(part)
}

/**
 * Replaces the strings, addresses, character references and braces in the value of a `style` attribute; comments stay.
 * @param style the value as HTML writes it, or a part of it
 * @param replace returns what to write instead of `text`, which has quotes that need no escape where that is possible
 */
export function replaceSegments(style: string, replace: (text: string) => string): string {
  return style.replace(segment, (text) => (text.startsWith('/*') ? text : replace(formatString(text))))
}

/** A string in the quotes that a `style="…"` can have, and closed; everything else as it is. */
function formatString(text: string): string {
  const match = quoted.exec(text)
  if (!match) return text
  const content = match[2] ?? match[5] ?? ''
  const isDouble = match[1] !== undefined
  if (!isDouble || !anySingle.test(content)) return `'${content.replaceAll('"', '&quot;')}'`
  return `&quot;${content}&quot;`
}

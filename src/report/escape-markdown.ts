import { replaceControlCharacters } from './replace-control-characters.ts'

/** Between `@` and a name it keeps GitHub and GitLab from notifying that person, and is not seen. */
const zeroWidthSpace = '\u200b'

/** Where a renderer may see an address in the finished text, and where an empty comment keeps it from doing so. */
const addressStart = /(?<=www)(?=\.)|(?=:\/\/)/i

/**
 * Formats a text as code of a comment in GitHub Flavored Markdown, on one line. Punctuation that can be syntax within a line
 * becomes a character reference, which Markdown never takes for syntax (CommonMark 0.31.2, section 2.5), so that a stranger's
 * text can neither add HTML, links and mentions nor leave its cell of a table. Within `code`, GitHub links no names, numbers of
 * issues or commits.
 */
export function formatMarkdownCode(text: string): string {
  if (text === '') return ''
  const parts = replaceControlCharacters(text.replace(/\s+/g, ' ')).split(addressStart)
  return `<code>${parts.map(escapePunctuation).join('<!-- -->')}</code>`
}

function escapePunctuation(text: string): string {
  return text.replace(
    /[!-+:-@[-`{-~]/g,
    (sign) => `&#${sign.charCodeAt(0)};${sign === '@' ? zeroWidthSpace : ''}`,
  )
}

/** Escapes a text for HTML within `<pre>`, in which neither Markdown nor mentions are read. */
export function escapeComment(text: string): string {
  return replaceControlCharacters(text.replace(/\s+/g, ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('@', `@${zeroWidthSpace}`)
}

import { blankLine } from '../private-use.ts'

/** Zero-width space, byte order mark, soft hyphen: invisible, and they break searches. Joiners carry meaning and stay. */
const INVISIBLE = /[\u200B\uFEFF\u00AD]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g

/**
 * Normalizes a plaintext for sending: `\n` as the only line break and at the end of the text; no trailing spaces; at most
 * two blank lines in a row outside code; NFC, except for URLs, whose bytes matter; no invisible characters; and no line
 * that is `--`, below which mail clients hide everything (RFC 3676, section 4.3).
 * @param text a whole email
 */
export function tidy(text: string): string {
  const visible = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '')
  const lines = normalizeWords(visible)
    .split('\n')
    .map((line) => line.trimEnd().replace(/^--$/, '—'))
  const body = lines.join('\n').replace(/\n{4,}/g, '\n\n\n')
  return `${releaseBlanks(body).replace(/^\n+/, '').trimEnd()}\n`
}

function normalizeWords(text: string): string {
  // As most texts are. Each part of such a text is normalized too.
  if (text.normalize('NFC') === text) return text
  return text.replace(/\S+/g, (word) => (word.includes('://') ? word : word.normalize('NFC')))
}

function releaseBlanks(text: string): string {
  if (!text.includes(blankLine)) return text
  return text
    .split('\n')
    .map((line) => (line.endsWith(blankLine) ? line.slice(0, -blankLine.length).trimEnd() : line))
    .join('\n')
}

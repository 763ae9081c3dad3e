import type { YAMLError } from 'yaml'
import { beginsWithTypographicQuote } from '../diagnostics/typographic-quotes.ts'

/** A mistake in YAML, in words that need no knowledge of YAML's grammar. */
/** An error of the YAML parser, or a warning. */
type YamlError = Pick<YAMLError, 'code' | 'message' | 'pos'>

export interface YamlMistake {
  reason: string
  note?: string
  /** Its range in the YAML, in UTF-16 units. */
  start: number
  end: number
  /** Whether it cannot be a consequence of a mistake before it. */
  isCause: boolean
}

/** What a text without quotation marks cannot begin with (YAML 1.2, 7.3.3). */
const indicator = /^(?:[-?](?=[ \t])|[!&*]\S*|[\][{}@%`|>,#])/

const dashOrKey = /^(\s*(?:- +)*(?:[\w-]+:[ \t]+|- +))(.*?)[ \t]*$/

/**
 * Explains an error or a warning of the YAML parser, at the place that its author has to change.
 * @param source the YAML as it was parsed
 * @param written the same, with merge tags as they were written
 */
export function explainYamlError(error: YamlError, source: string, written: string): YamlMistake {
  const {
    code,
    message,
    pos: [start, end],
  } = error
  const at = { start, end: Math.max(start + 1, end), isCause: true }
  switch (code) {
    case 'TAB_AS_INDENT':
      return { ...at, reason: 'Unexpected tab, expected spaces', note: 'YAML is indented with spaces.' }
    case 'DUPLICATE_KEY':
      return {
        ...at,
        end: start + (/^[^\s:]+/.exec(source.slice(start))?.[0].length ?? 1),
        reason: `Unexpected second \`${/^[^\s:]*/.exec(source.slice(start))?.[0]}\`, expected each key once`,
        note: 'Remove one of the two.',
      }
    case 'MULTIPLE_DOCS':
      return {
        ...at,
        reason: 'Unexpected text after a line that ends the YAML',
        note: 'Remove the line `...` or `---` above it.',
      }
    case 'BAD_DQ_ESCAPE':
      return {
        ...at,
        reason: `Unexpected \`${message.split(' ').at(-1)}\` between double quotation marks`,
        note: 'A backslash begins an escape there. Write `\\\\` for a backslash, or use single quotation marks.',
      }
    default:
      return (
        explainLine(source, start, written) ??
        explainStructure(error, written) ?? {
          ...at,
          isCause: false,
          reason: `Cannot read this YAML: ${message.replace(/\s+/g, ' ').replace(/\.$/, '')}`,
        }
      )
  }
}

/** A text that needs quotation marks because of its first character, its end, or a `: ` in it. */
export function explainLine(source: string, offset: number, written: string): YamlMistake | undefined {
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1
  const [, head = '', text = ''] = dashOrKey.exec(lineAt(source, lineStart)) ?? []
  if (text === '' || /^(["'])(?:(?!\1).)*$/.test(text)) return undefined
  const start = lineStart + head.length
  const label = head.trim().replace(/^(?:- +)+(?=\w)/, '')
  const quoted = `\`${label} ${quoteText(removeMarks(written.slice(start, start + text.length)))}\``
  const at = {
    start,
    end: start + text.length,
    note: beginsWithTypographicQuote(text)
      ? `Quotation marks of word processors, such as \`${text[0]}\`, are a part of the text to YAML. Put straight ones around all of it: ${quoted}.`
      : `Put quotation marks around all of it: ${quoted}.`,
    isCause: true,
  }
  const closed = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\][]*\]|\{[^{}]*\})(?=\s*[^\s:#,])/.exec(text)
  if (closed) return { ...at, reason: `Unexpected text after \`${closed[0]}\`` }
  const [first] = indicator.exec(text) ?? []
  if (text.startsWith('{{') && !text.endsWith('}}'))
    return { ...at, reason: 'Unexpected `{{` at the beginning of a text without quotation marks' }
  const isCollection = /^(?:\[.*\]|\{.*\})$/.test(text)
  if (first !== undefined && !isCollection && !/^[[{]/.test(first))
    return { ...at, reason: `Unexpected \`${first}\` at the beginning of a text without quotation marks` }
  if (/:(?:[ \t]|$)/.test(text) && !/^["'[{]/.test(text))
    return { ...at, reason: 'Unexpected `: ` in a text without quotation marks' }
  return undefined
}

/** Mistakes that are not in one text: brackets, quotation marks, indentation, colons. */
function explainStructure(error: YamlError, source: string): YamlMistake | undefined {
  const { code, message, pos } = error
  const at = { start: pos[0], end: pos[1], isCause: true }
  if (code === 'MISSING_CHAR' && message.includes('quote'))
    return {
      ...at,
      reason: 'Missing closing quotation mark',
      note: "Put the same mark at the end of the text. Within it, the mark is written `\\\"` between double ones, and `''` between single ones.",
    }
  if (message.startsWith('Flow'))
    return {
      ...at,
      reason: `Missing closing \`${message.includes('sequence') ? ']' : '}'}\``,
      note: 'If the bracket belongs to a text, put the text in quotation marks.',
    }
  return explainWholeLine(error, source)
}

function explainWholeLine({ code, message, pos }: YamlError, source: string): YamlMistake | undefined {
  const { start, end, words } = findWords(source, pos[0])
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    const below = findWords(source, source.indexOf('\n', end) + 1)
    return {
      start: below.start,
      end: below.end,
      isCause: true,
      reason: `Unexpected \`${below.words}\` below a text`,
      note: 'A key has a text, or keys of its own below it. Begin a new key at the column of the one above, or put the whole text in quotation marks.',
    }
  }
  const wide = /^[\w-]+(?=：)/.exec(words)?.[0]
  if (wide !== undefined)
    return {
      start: start + wide.length,
      end: start + wide.length + 1,
      isCause: true,
      ...describeWideColon(wide),
    }
  const [, key] = /^([\w-]+):\S/.exec(words) ?? []
  if (key !== undefined)
    return {
      start,
      end,
      isCause: true,
      reason: `Missing space after \`${key}:\``,
      note: 'Each line is `key: value`.',
    }
  const at = { start, end, isCause: false }
  if (code === 'MISSING_CHAR' && message.startsWith('Implicit map keys'))
    return {
      ...at,
      reason: `Missing \`:\` in \`${words}\``,
      note: 'Each line is `key: value`. If it continues the text above, indent it by two spaces.',
    }
  if (code !== 'BAD_INDENT') return undefined
  return {
    ...at,
    reason: 'Unexpected indentation, expected that of the lines above',
    note: 'The keys of one map begin at the same column, and so do the lines of a list. A comment ends the text above it.',
  }
}

/** A wide colon, as East Asian keyboards have it, divides no key from its value. */
export function describeWideColon(key: string): { reason: string; note: string } {
  return {
    reason: `Unexpected wide colon \`：\` after \`${key}\`, expected \`: \``,
    note: `Type the colon of ASCII and a space: \`${key}: …\`.`,
  }
}

/** The words of the line that contains an offset, without the white space around them. */
function findWords(source: string, offset: number): { start: number; end: number; words: string } {
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1
  const line = lineAt(source, lineStart)
  const words = line.trim()
  const start = lineStart + line.length - line.trimStart().length
  return { start, end: start + words.length, words }
}

/** Removes quotation marks that are around a text with the same marks in it. */
function removeMarks(text: string): string {
  const [, mark = '', inner] = /^(["'])(.*)\1$/.exec(text) ?? []
  return inner === undefined || !inner.includes(mark)
    ? text
    : inner.replaceAll("''", "'").replaceAll('\\"', '"')
}

/** Writes a text in the quotation marks that it does not contain. */
export function quoteText(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`
  return `'${text.replaceAll("'", "''")}'`
}

function lineAt(source: string, start: number): string {
  return source.slice(start).split(/\r?\n/, 1)[0] ?? ''
}

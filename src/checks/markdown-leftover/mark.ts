/** What is common to the marks that `markdown-leftover` looks for. */

/** The option `allow` names kinds, or marks as they are written. */
export const markKinds = [
  'emphasis',
  'code',
  'link',
  'picture',
  'heading',
  'list',
  'table',
  'admonition',
  'definition',
  'attributes',
  'emoji',
  'highlight',
  'math',
  'footnote',
  'contents',
  'wiki-link',
  'comment',
  'shortcode',
  'html',
] as const

export type MarkKind = (typeof markKinds)[number]

/** Where a text is: parsed as Markdown, within raw HTML, or somewhere that no Markdown is parsed, such as the subject. */
export type Origin = 'prose' | 'html' | 'aside'

/** A text to find marks in. */
export interface Scope {
  /** As in a `Passage`. */
  text: string
  origin: Origin
  /** What is before the text on its first line: the markers of quotes and lists. */
  lineStart: string
  /** The part of the file between two offsets of the text. */
  written(start: number, end: number): string
  /** Whether a text of the issue refers to a note by `**`, as in `$5**`. */
  hasAsteriskNote: boolean
}

/** A mark that readers would see. */
export interface Mark {
  kind: MarkKind
  /** Offsets in the scope's text. */
  start: number
  end: number
  /** What to type instead, for the end of a reason: `` `**words**` ``, `a list`. */
  expected: string
  note: string
  /** A warning by default. */
  level?: 'error'
}

export type FindMarks = (scope: Scope) => Mark[]

/** A mark that a pattern finds. */
export interface Syntax {
  kind: MarkKind
  /** Global. */
  pattern: RegExp
  /** Where the pattern applies; only in Markdown by default. */
  origins?: readonly Origin[]
  /** Whether a match is one, for what the pattern cannot test. */
  test?(match: RegExpMatchArray, scope: Scope): boolean
  expected: string | ((match: RegExpMatchArray, written: string) => string)
  note: string
  level?: 'error'
}

/**
 * Creates a function that finds the marks of some syntaxes.
 * @param signs is found in every match of every pattern, so that a text without it, as most are, need not be searched
 */
export function createFinder(signs: RegExp, syntaxes: readonly Syntax[]): FindMarks {
  return (scope) => {
    if (!signs.test(scope.text)) return []
    return syntaxes.flatMap(({ kind, pattern, origins = ['prose'], test, expected, note, level }) => {
      if (!origins.includes(scope.origin)) return []
      const matches = [...scope.text.matchAll(pattern)].filter((match) => test?.(match, scope) ?? true)
      return matches.map((match): Mark => {
        const { index: start = 0, 0: found } = match
        const end = start + found.length
        const written = scope.written(start, end)
        return {
          kind,
          start,
          end,
          expected: typeof expected === 'string' ? expected : expected(match, written),
          note,
          ...(level && { level }),
        }
      })
    })
  }
}

/** Formats a text as code in a message: on one line, and shortened. */
export function formatCode(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ')
  const short = line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``
}

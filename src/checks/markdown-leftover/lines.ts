import { formatCodePoint } from '../../diagnostics/format-code-point.ts'
import { createFinder, type FindMarks, formatCode, type Mark, type Scope } from './mark.ts'

/** Spaces that Markdown does not take for one after `##` or `-`: fixed, thin, ideographic and zero-width ones. */
const otherSpace = '[\\u00a0\\u2000-\\u200b\\u202f\\u3000]'

const ordinarySpace =
  'The space is not an ordinary one (U+0020), so that Markdown does not take the sign before it for a mark, and readers would see it. Type a space instead.'
const separateLines =
  'Markdown makes no list of these lines: readers would see them as one paragraph, with the signs in it. Type `- ` (or `1. `) before each.'

const secondBullet =
  'The line is an item of a list already: readers would see two bullets. Remove the second one.'

const findInLines = createFinder(new RegExp(`[#＃[{$@]|!!!|\\?\\?\\?|\\n:|${otherSpace}`), [
  {
    kind: 'heading',
    pattern: new RegExp(`^#{1,6}${otherSpace}+\\S[^\\n]*`, 'gmu'),
    expected: ([found = '']) => describeSpace(found),
    note: ordinarySpace,
  },
  {
    kind: 'heading',
    pattern: /^#{2,6}(?!#)[\p{L}\p{N}\p{P}\p{Extended_Pictographic}][^\n]*/gmu,
    expected: (_, written) => formatCode(written.replace(/^#+/, '$& ')),
    note: 'Without a space after the `#` Markdown makes no heading of the line, and readers would see it as it is typed. If it is meant as text, put a backslash before it: `\\##`.',
  },
  {
    kind: 'heading',
    pattern: /^#{7,}[ \t]+\S[^\n]*/gm,
    expected: (_, written) => formatCode(written.replace(/^#+/, '######')),
    note: 'Headings have six levels: with more `#` readers would see the line as it is typed.',
  },
  {
    kind: 'heading',
    pattern: /^＃{1,6}\s*\S[^\n]*/gmu,
    expected: (_, written) => {
      const [marks = ''] = /^＃+/.exec(written) ?? []
      return formatCode(`${'#'.repeat(marks.length)} ${written.slice(marks.length).trim()}`)
    },
    note: 'A wide `＃` makes no heading. Type `#`, and a space after it.',
  },
  {
    kind: 'list',
    pattern: new RegExp(`^(?:[-*+]|\\d{1,3}[.)])${otherSpace}+\\S[^\\n]*`, 'gmu'),
    expected: ([found = '']) => describeSpace(found),
    note: ordinarySpace,
  },
  {
    kind: 'list',
    pattern: /(?<![\s\S])\[(?: *|\u00a0| ?[xX✓✔] ?|[-/<>])\](?!\()[ \t]*[^\s:][^\n]*/gu,
    test: (_, { lineStart }) => /(?:[-*+]|\d+[.)])[ \t]+$/.test(lineStart),
    expected: (_, written) =>
      formatCode(
        written.replace(/^\[([^\]]*)\]\s*/, (_whole, mark: string) =>
          /[xX✓✔]/.test(mark) ? '[x] ' : '[ ] ',
        ),
      ),
    note: 'A task has a space or an `x` between the brackets and a space after them. In any other form readers would see the brackets.',
  },
  {
    kind: 'admonition',
    pattern:
      /^(?:!!!|\?\?\?\+?) ?(?:note|tip|info|warning|danger|abstract|summary|tldr|success|question|failure|bug|example|quote|hint|important|caution|attention|error|seealso|todo)\b[^\n]*/gm,
    expected: 'a block `:::callout`',
    note: 'Readers would see the line as it is typed. Write a block: `:::callout[Heading]`, the text below it, and `:::` on the last line.',
  },
  {
    kind: 'admonition',
    pattern: /(?<![\s\S])\[![A-Za-z][\w-]*\][+-]?(?!\()/g,
    test: (_, { lineStart }) => lineStart.includes('>'),
    expected: 'a block `:::callout`',
    note: 'Readers would see the brackets. `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`, alone on the first line of a quotation with text below it and outside of lists, makes a callout. For a heading of your own write a block: `:::callout[Heading]{tone="tip"}`, the text below it, and `:::` on the last line.',
  },
  {
    kind: 'definition',
    pattern: /(?<![\s\S])[^\n]{1,40}[^\n.,;:]\n:[ \t]+\S[^\n]*/g,
    expected: 'a list or a table',
    note: 'Markdown has no lists of definitions: readers would see both lines as one, with a colon between. Write a list: `- **Term**: its meaning`.',
  },
  {
    kind: 'definition',
    pattern: /^\*\[[^\]\n]+\]:[^\n]*/gm,
    expected: 'nothing, or the meaning in the text',
    note: 'Markdown has no definitions of abbreviations, and readers would see the line as it is typed. Write the meaning where the abbreviation first appears.',
  },
  {
    kind: 'contents',
    pattern: /^(?:\[TOC\]|\[\[_?toc_?\]\]|\{:toc\}|\$\{toc\}|\{\{?toc\}?\}|@\[toc\])$/gim,
    expected: 'nothing, or a list of links',
    note: 'No table of contents is made, and readers would see the mark. Remove it, or write a list of links to the headings: `- [Programme](#programme)`.',
  },
])

/** Finds lines that were meant as headings, list items, tables, remarks or definitions. */
export const findLines: FindMarks = (scope) =>
  scope.origin === 'prose' ? [...findInLines(scope), ...findLists(scope), ...findTable(scope)] : []

/** Names the space after the mark, which looks like an ordinary one. */
function describeSpace(line: string): string {
  const [, mark = '', space = ''] = /^(\S+?)([\s\u200b])/.exec(line) ?? []
  return `an ordinary space after \`${mark}\` instead of ${formatCodePoint(space)}`
}

/** A sign before each item of a list that is none. A line break that was typed keeps the lines apart. */
const bullets: { pattern: RegExp; min: number }[] = [
  { pattern: /^•[ \t\u00a0\u3000]*(?=\S)/u, min: 1 },
  { pattern: /^[‣◦▪▫●○■□◆◇➤➔✓✔・·∙⁃][ \t\u00a0\u3000]*(?=\S)/u, min: 2 },
  { pattern: /^[-*+](?=\p{L})/u, min: 2 },
  { pattern: /^\d{1,2}[.)](?=\p{L}|[ \t])/u, min: 2 },
]

/** What a line begins with that any of the bullets matches; most texts have no such line. */
const startsWithBullet = /^[•‣◦▪▫●○■□◆◇➤➔✓✔・·∙⁃*+\d-]/m

function findLists(scope: Scope): Mark[] {
  const { text } = scope
  if (!startsWithBullet.test(text)) return []
  const { lineStart } = scope
  // In a cell of a table no list can be.
  if (lineStart.includes('|')) return []
  const lines = text.split('\n')
  for (const { pattern, min } of bullets) {
    const found = lines.filter((line) => pattern.test(line))
    const sign = found[0]?.[0] ?? ''
    // A sign between words as well separates them.
    const separates = lines.some((line) => line.replace(pattern, '').includes(sign) && !/[-\d*+]/.test(sign))
    const starts = lines.slice(0, 2).some((line) => pattern.test(line))
    if (found.length < min || !starts || separates || !areConsecutive(found)) continue
    const start = text.startsWith(found[0] ?? '') ? 0 : text.indexOf(`\n${found[0]}`) + 1
    const end = start + (found[0]?.length ?? 0)
    const isItem = /(?:[-*+]|\d+[.)])[ \t]+$/.test(lineStart)
    return [
      isItem
        ? { kind: 'list', start, end, expected: 'no second bullet', note: secondBullet }
        : { kind: 'list', start, end, expected: 'a list', note: separateLines },
    ]
  }
  return []
}

/** Whether numbered lines count up; true for other lines. */
function areConsecutive(lines: string[]): boolean {
  const numbers = lines.map((line) => Number.parseInt(line, 10))
  return numbers.every(
    (number, index) => index === 0 || Number.isNaN(number) || number === (numbers[index - 1] ?? 0) + 1,
  )
}

const row = /^[ \t]*\|.*\|[ \t]*$/
/** A line between head and rows, as it was meant: of hyphens, dashes or equals signs. */
const meantDelimiters = /^[ \t]*[|+](?=[ \t:|+]*[=\-–—])[ \t:|+=\-–—]*$/
/** GFM 0.29, section 4.10; `table-cells` reports a line that is one, but has another number of cells than the head. */
const delimiters = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/

function findTable({ text }: Scope): Mark[] {
  // All that makes a row has one of these signs.
  if (!/[|+]/.test(text)) return []
  const lines = text.split('\n')
  const rows = lines.filter((line) => row.test(line) || meantDelimiters.test(line))
  const isReported = lines.some((line, index) => delimiters.test(line) && lines[index - 1]?.includes('|'))
  const hasDelimiters = lines.some((line) => meantDelimiters.test(line) && /[|+].*[|+]/.test(line))
  const [first] = rows
  if (first === undefined || isReported || (rows.length < 2 && !hasDelimiters)) return []
  const start = text.indexOf(first)
  const expected = hasDelimiters
    ? 'a table: a head, a line such as `| --- | --- |` directly below it, and rows without blank lines between'
    : 'a table, with a line such as `| --- | --- |` below its head'
  return [
    {
      kind: 'table',
      start,
      end: start + first.length,
      expected,
      note: 'Markdown makes no table of these lines, and readers would see them as they are typed. Below the head is a line of hyphens, with a `|` between the columns.',
    },
  ]
}

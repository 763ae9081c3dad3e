import { endsSpaceless, startsSpaceless } from '../../typeset/spaceless.ts'
import { textBefore } from '../../typeset/text-before.ts'
import { noProse } from '../readers/passage.ts'
import { createFinder, type FindMarks, formatCode, type Mark, type Scope } from './mark.ts'

const spaced =
  'Readers would see the marks. They make text bold or italic only if no space is between them and the words. If they are meant as text, put a backslash before each: `\\*`.'
const unclosed =
  'Readers would see the marks. Put the same ones where the emphasis ends, in the same paragraph. If they are meant as text, put a backslash before each: `\\*`.'

const findSpaced = createFinder(/[_*~`]/, [
  {
    kind: 'emphasis',
    pattern: /(?<!_)__(?=[^\s_])[^_\n]{0,80}[^\s_]__(?!_)/gu,
    test: ({ 0: found, index = 0, input = '' }) =>
      isSpacelessOrSpaced(found.slice(2, -2)) &&
      (endsSpaceless(textBefore(input, index, 20)) || startsSpaceless(input.slice(index + found.length))),
    expected: (_, written) => formatCode(`**${written.slice(2, -2)}**`),
    note: 'Readers would see the marks. Right beside a letter underscores make no text bold, but asterisks do. If they are meant as text, put a backslash before each: `\\_`.',
  },
  {
    kind: 'emphasis',
    pattern:
      /(?<![\p{L}\p{N}_])__(?!_)(?=[^_\n]*\p{L})(?:[^\s_][^_\n]*\s|\s[^_\n]*[^\s_])__(?![\p{L}\p{N}_])/gu,
    expected: (_, written) => formatTrimmed(written, 2),
    note: spaced.replace('\\*', '\\_'),
  },
  {
    kind: 'emphasis',
    pattern:
      /(?<![\p{L}\p{N}*])\*(?=\p{L})[^*\n]{1,80} \*(?![*\p{L}\p{N}])|(?<=\p{L} )\*(?!\*) \p{L}[^*\n]{1,80}[\p{L}!?.]\*(?![*\p{L}\p{N}])|(?<=\p{L} )\*\p{L}{2,} \*(?=\p{L})/gu,
    test: ({ 0: found, index = 0, input = '' }) =>
      // A product, or the marks of two footnotes.
      !/^\*\p{L} \*$/u.test(found) &&
      !/^ *(?:[=\d(]|\p{L}(?!\p{L}))/u.test(input.slice(index + found.length)),
    expected: (_, written) => formatTrimmed(written, 1),
    note: spaced,
  },
  {
    kind: 'emphasis',
    pattern: /(?<![\p{L}\p{N}_])_(?=\p{L})[^_\n]{2,80} _(?![\p{L}\p{N}_])/gu,
    expected: (_, written) => formatTrimmed(written, 1),
    note: spaced.replace('\\*', '\\_'),
  },
  {
    kind: 'emphasis',
    pattern: /(?<![~\p{L}\p{N}])~~(?=[^~\n]*[\p{L}\p{N}])(?:[^\s~][^~\n]*\s|\s[^~\n]*[^\s~])~~(?!~)/gu,
    expected: (_, written) => formatTrimmed(written, 2),
    note: spaced.replace('bold or italic', 'struck through').replace('\\*', '\\~'),
  },
  {
    kind: 'emphasis',
    pattern: /(?<![~\p{L}\p{N}])~~(?=[\p{L}\p{N}$€£])[^~\s]*/gu,
    test: ({ 0: found, index = 0, input = '' }) => input.lastIndexOf('~~') < index + found.length,
    expected: '`~~` where the deleted text ends',
    note: unclosed.replace('\\*', '\\~').replace('the emphasis ends', 'the deleted text ends'),
  },
  {
    kind: 'emphasis',
    // One tilde, as on GitHub. Around a whole line it is an ornament.
    pattern: /(?<=\S ?)(?<![~\p{L}\p{N}])~(?=[\p{L}\p{N}$€£])[^~\n]{1,80}[^\s~]~(?![~\p{L}\p{N}])/gu,
    expected: (_, written) => formatCode(`~${written}~`),
    note: 'Readers would see the marks. Two tildes on each side strike text through. If they are meant as text, put a backslash before each: `\\~`.',
  },
  {
    kind: 'code',
    pattern: /(?<![\p{L}\p{N}`])`+(?=[^\s`])|(?<=[\p{L}\p{N})\]}])`+(?![\p{L}\p{N}`])/gu,
    // Quotation marks of old: `word', and accents: O`Reilly.
    test: ({ index = 0, input = '' }) => !/^`+[^`']{0,80}'/.test(input.slice(index)),
    expected: 'a second one where the code ends',
    note: 'Readers would see the mark. Code begins and ends with as many backticks. If it is meant as text, put a backslash before it: `` \\` ``.',
  },
])

/** Finds marks of bold, italic, deleted text and code that are not paired. */
export const findEmphasis: FindMarks = (scope) =>
  scope.origin === 'prose' ? [...findBold(scope), ...findSpaced(scope)] : []

interface Run {
  start: number
  end: number
  canOpen: boolean
  canClose: boolean
}

function findBold(scope: Scope): Mark[] {
  const { text } = scope
  const marks: Mark[] = []
  let open: Run | undefined
  for (const run of findRuns(scope)) {
    if (open && run.canClose && isEmphasized(text.slice(open.end, run.start))) {
      const { start } = open
      marks.push({ kind: 'emphasis', start, end: run.end, ...describePair(start, run.end, scope) })
      open = undefined
    } else if (!open && /[:：]/.test(text[run.start - 1] ?? '') && /^\s/.test(text.slice(run.end)))
      marks.push({ kind: 'emphasis', ...run, expected: '`**` before the words as well', note: unclosed })
    else if (
      !open &&
      run.start > 0 &&
      endsSpaceless(textBefore(text, run.start, 20)) &&
      /^\s/.test(text.slice(run.end))
    )
      marks.push({ kind: 'emphasis', ...run, expected: '`**` without a space after it', note: spaced })
    else if (run.canOpen) {
      if (open) marks.push(...createUnclosed(open, scope))
      open = run
    }
  }
  return open ? [...marks, ...createUnclosed(open, scope)] : marks
}

/** What is wrong with a pair: a space within, or a letter right beside it (CommonMark 0.31, section 6.2). */
function describePair(start: number, end: number, { text, written }: Scope): Pick<Mark, 'expected' | 'note'> {
  const pair = written(start, end)
  if (/^\*+\s|\s\*+$/.test(pair)) return { expected: formatTrimmed(pair, 2), note: spaced }
  const side = /^[\p{L}\p{N}]/u.test(text.slice(end)) ? 'after' : 'before'
  return {
    expected: `a space ${side} it`,
    note: `Readers would see the marks. Between a letter and punctuation they do not make text bold. Put a space ${side} them, or move the punctuation out of the bold text. If they are meant as text, put a backslash before each: \`\\*\`.`,
  }
}

const latin = /[A-Za-z\d_/\\]/

/** The runs of two asterisks, and of four that a comment divides, without those of a power, a path or a masked word. */
function findRuns(scope: Scope): Run[] {
  const { text } = scope
  return [...text.matchAll(/(?<!\*)(?:\*\*){1,2}(?!\*)/g)].flatMap(({ 0: run, index: start }): Run[] => {
    const end = start + run.length
    const hasComment = scope.written(start, end).length > 4 || (start === 0 && /-->$/.test(scope.lineStart))
    if (run.length === 4 && !hasComment) return []
    const before = text[start - 1] ?? ' '
    const after = text[end] ?? ' '
    if ((latin.test(before) && latin.test(after)) || /[/\\]/.test(before + after)) return []
    if (
      /(?<![\p{L}])[\p{L}\d)]\s$|\d\s$/u.test(textBefore(text, start, 8)) &&
      /^\s[\p{L}\d(](?!\p{L})/u.test(text.slice(end))
    )
      return []
    const isWord = (unit: string) => /[\p{L}\p{N}]/u.test(unit)
    const canOpen = end < text.length && (!/\s/.test(after) || !isWord(before))
    const canClose = start > 0 && (!/\s/.test(before) || !isWord(after))
    return [{ start, end, canOpen, canClose }]
  })
}

function isEmphasized(inner: string): boolean {
  // A product of powers has a number or one letter between.
  return (
    inner.length <= 300 && (/\p{L}{2}/u.test(inner) || inner.includes(noProse)) && !/^\s+\S\s+$/u.test(inner)
  )
}

function createUnclosed({ start, end }: Run, { text, hasAsteriskNote }: Scope): Mark[] {
  const after = text.slice(end)
  const [word = ''] = /^[^\s*]+/.exec(after) ?? []
  const isNote = hasAsteriskNote && /^[\n\u2028]?$/.test(text[start - 1] ?? '')
  const isKeyword = /^(?:kw|kwargs|opts|options|params|args|dict)\b/.test(word)
  if (isNote || isKeyword || !/[\p{L}\p{N}]/u.test(word)) return []
  const expected = `\`**\` where the bold text ends`
  return [{ kind: 'emphasis', start, end: end + word.length, expected, note: unclosed }]
}

/** Whether a text between underscores is no name of a program, such as `__init__`. */
function isSpacelessOrSpaced(inner: string): boolean {
  return /\s/.test(inner) || [...inner].some(startsSpaceless)
}

/** The words with their marks, and no spaces between. */
function formatTrimmed(written: string, width: number): string {
  const mark = written.slice(0, width)
  return formatCode(mark + written.slice(width, -width).trim() + mark)
}

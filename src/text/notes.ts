import { isCjk } from '../typeset/cjk.ts'

/** Notes at the end of a text: ` [3]`, ` [a]`, without the space after ideographs. */
const NOTES_AT_END = /(?: ?\[(?:\d+|[a-z]{1,2})\])+$/
/** Characters searched backwards for notes: a bound, so that a long text stays linear. */
const LOOK_BACK = 200
const WORD_START = /^[\p{L}\p{N}]/u
/** The rest of a word that a link covered only in part: `[PR](…)s`, `[Ada](…)'s`. */
const WORD_REST = /^['’]?[\p{L}\p{N}\p{M}]+/u

/**
 * Appends a note to a text, after a space except in Chinese and Japanese, which set none.
 * @param text the text that the note belongs to
 * @param label the note's number or letter
 */
export function appendNote(text: string, label: string): string {
  const body = text.trimEnd()
  const space = body === '' || isCjk([...body].at(-1) ?? '') ? '' : ' '
  return `${body}${space}[${label}]${text.slice(body.length)}`
}

/**
 * Splits the notes off the end of a text, so that `text [1]` can become `*text* [1]`.
 * @returns the text and its notes, which concatenated are the input
 */
export function splitNotes(text: string): [text: string, notes: string] {
  if (!text.endsWith(']')) return [text, '']
  const notes = NOTES_AT_END.exec(text.slice(-LOOK_BACK))?.[0] ?? ''
  return [text.slice(0, text.length - notes.length), notes]
}

/**
 * Concatenates two pieces of a sentence. Where a note at the end of the first would run into a word, the rest of the word
 * moves before the note (`PRs [1]`, `Ada's [2]`, `<ada@example.com> [3]`), or a space is inserted.
 * @param left the text printed so far
 * @param right the text that follows
 * @param isText whether `right` is plain text, whose beginning may move
 */
export function joinInline(left: string, right: string, isText: boolean): string {
  const [body, notes] = splitNotes(left)
  if (!notes.startsWith(' ') || body === '') return left + right
  const rest = isText ? (WORD_REST.exec(right)?.[0] ?? closesBracket(body, right)) : ''
  if (rest !== '' && !isCjk(rest)) return body + rest + notes + right.slice(rest.length)
  return WORD_START.test(right) ? `${left} ${right}` : left + right
}

/** The `>` that closes a `<` on its left: both belong to the same word. */
function closesBracket(body: string, right: string): string {
  if (!right.startsWith('>')) return ''
  return /<[^<>]*$/.test(body.slice(-LOOK_BACK)) ? '>' : ''
}

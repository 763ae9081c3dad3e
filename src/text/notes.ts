import { isCjk } from '../typeset/cjk.ts'

/** Notes at the end of a text: ` [3]`, ` [a]`, without the space after ideographs. */
const NOTES_AT_END = /(?: ?\[(?:\d+|[a-z]{1,2})\])+$/
/** No more notes than this stand in a row; looking further back would cost time in a long text. */
const LOOK_BACK = 200
const WORD_START = /^[\p{L}\p{N}]/u
/** The rest of a word that a link covered only in part: `[PR](…)s`, `[Ada](…)'s`. */
const WORD_REST = /^['’]?[\p{L}\p{N}\p{M}]+/u

/**
 * Puts a note behind a text, with a space between them, except after Chinese and Japanese, which set none.
 * @param text what the note belongs to
 * @param label the note's number or letter
 */
export function appendNote(text: string, label: string): string {
  const body = text.trimEnd()
  const space = body === '' || isCjk([...body].at(-1) ?? '') ? '' : ' '
  return `${body}${space}[${label}]${text.slice(body.length)}`
}

/**
 * Parts a text from the notes at its end, so that `*text* [1]` can be made of `text [1]`.
 * @returns the text and its notes, which together are the whole
 */
export function partNotes(text: string): [text: string, notes: string] {
  if (!text.endsWith(']')) return [text, '']
  const notes = NOTES_AT_END.exec(text.slice(-LOOK_BACK))?.[0] ?? ''
  return [text.slice(0, text.length - notes.length), notes]
}

/**
 * Sets a piece of a sentence behind another; where a note would run into a word, the word's rest goes before the note
 * (`PRs [1]`, `Ada's [2]`, `<ada@example.com> [3]`), or a space between them.
 * @param left what was printed so far
 * @param right what follows
 * @param isText whether what follows is plain words, of which some may move
 */
export function attach(left: string, right: string, isText: boolean): string {
  const [body, notes] = partNotes(left)
  if (!notes.startsWith(' ') || body === '') return left + right
  const rest = isText ? (WORD_REST.exec(right)?.[0] ?? closesBracket(body, right)) : ''
  if (rest !== '' && !isCjk(rest)) return body + rest + notes + right.slice(rest.length)
  return WORD_START.test(right) ? `${left} ${right}` : left + right
}

/** The `>` that ends what a `<` opened: together they are one word. */
function closesBracket(body: string, right: string): string {
  if (!right.startsWith('>')) return ''
  return /<[^<>]*$/.test(body.slice(-LOOK_BACK)) ? '>' : ''
}

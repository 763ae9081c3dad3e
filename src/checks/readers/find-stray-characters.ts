import { formatCodePoint } from '../../diagnostics/format-code-point.ts'

/** An invisible character that the script of the text does not need. */
export interface Stray {
  sign: string
  offset: number
  reason: string
}

/** Scripts without spaces, where a zero-width space marks a possible line break. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** Latin letters, digits, white space and the ends of the text, which need no joiners or separators. */
const plain = /^(?:[\p{Script=Latin}\p{Nd}\s]|)$/u

const openers = /[\u202a\u202b\u2066-\u2068]/

/**
 * Finds stray invisible characters: pasted zero-width spaces, joiners between characters that do not join, direction
 * marks in a text of one direction, direction overrides, and embeddings that are never closed.
 * @param source the Markdown
 */
export function findStrayCharacters(source: string): Stray[] {
  const isMixed = rightToLeft.test(source)
  const strays: Stray[] = []
  for (const { 0: sign, index } of source.matchAll(
    /\u200d|[\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
  )) {
    const before = [...source.slice(Math.max(0, index - 2), index)].at(-1) ?? ''
    const after = String.fromCodePoint(source.codePointAt(index + 1) ?? 0x20)
    const name = describeStray(sign, before, after, isMixed)
    if (name) strays.push({ sign, offset: index, reason: `Unexpected ${name} ${formatCodePoint(sign)}` })
  }
  return [...strays, ...findUnclosed(source)].sort((one, other) => one.offset - other.offset)
}

function describeStray(sign: string, before: string, after: string, isMixed: boolean): string | undefined {
  if (sign === '\u200b')
    return unspaced.test(before + after) || !plain.test(before) || !plain.test(after)
      ? undefined
      : 'zero-width space'
  if (sign === '\ufeff') return 'byte order mark within the text,'
  if (sign === '\u200d') return plain.test(before) && plain.test(after) ? 'zero-width joiner' : undefined
  if (sign === '\u2028' || sign === '\u2029') return 'line separator'
  if (sign === '\u202d' || sign === '\u202e') return 'override of the text’s direction,'
  return isMixed ? undefined : 'mark of the text’s direction,'
}

/** Embeddings that their paragraph does not close, in a text of both directions. */
function findUnclosed(source: string): Stray[] {
  if (!rightToLeft.test(source)) return []
  const strays: Stray[] = []
  let open: Stray[] = []
  for (const { 0: sign, index } of source.matchAll(/[\u202a\u202b\u202c\u2066-\u2069]|\n[ \t]*\n/g)) {
    if (sign.startsWith('\n')) {
      strays.push(...open)
      open = []
    } else if (openers.test(sign))
      open.push({
        sign,
        offset: index,
        reason: `Unexpected direction ${formatCodePoint(sign)} that is never closed`,
      })
    else open.pop()
  }
  return [...strays, ...open]
}

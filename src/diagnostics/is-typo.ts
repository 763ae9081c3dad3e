import { hasSameLetters } from './nearest.ts'

/**
 * Whether a name is most likely another one that was mistyped: one letter is wrong, missing or too much, or two that are
 * beside each other are swapped. In words of fewer than four letters only a swapped or a doubled one counts. A different first letter, other digits or a plural make another name: `NAME` and `FNAME`.
 * @param name as written
 * @param known the name that it may stand for
 */
export function isTypo(name: string, known: string): boolean {
  const [written, meant] = [name.toLowerCase(), known.toLowerCase()]
  if (written === meant || written === `${meant}s` || `${written}s` === meant) return false
  if (/\d/.test(written + meant) && written.replace(/\d/g, '') === meant.replace(/\d/g, '')) return false
  const start = countCommon(written, meant)
  const end = countCommon(reverse(written.slice(start)), reverse(meant.slice(start)))
  const [own, other] = [written.slice(start, written.length - end), meant.slice(start, meant.length - end)]
  const isSwapped = own.length === 2 && own === reverse(other)
  if (isSwapped) return true
  if (written.length >= 8 && hasSameLetters(written, meant)) return true
  const extra = own + other
  const isDoubled = extra.length === 1 && written[start - 1] === extra
  if (isDoubled) return true
  const isShort = Math.min(written.length, meant.length) < 4
  return !isShort && start > 0 && Math.max(own.length, other.length) <= 1
}

function countCommon(one: string, other: string): number {
  let count = 0
  while (count < one.length && one[count] === other[count]) count += 1
  return count
}

function reverse(text: string): string {
  return [...text].reverse().join('')
}

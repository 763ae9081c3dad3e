import { hasPrivateUse } from '../../private-use.ts'

/**
 * Maps each character of a Markdown text to its offset in the source. Escapes, entities, and the markers of quotes and
 * lists before a continued line are only in the source. Offsets are in UTF-16 code units.
 * @param value the parsed text
 * @param source the file's text
 * @param from where the text begins in the source
 * @param to where it ends in the source
 * @returns an offset for each code unit of the value and for its end; `undefined` when the two cannot be matched
 */
export function mapOffsets(value: string, source: string, from: number, to: number): number[] | undefined {
  const offsets: number[] = []
  let at = from
  let lineStart = false
  for (let index = 0; index < value.length; index++) {
    const unit = value[index] ?? ''
    at = skip(unit, source, at, lineStart)
    if (at >= to) return undefined
    offsets.push(at)
    const length = entityLength(value, index, source, at)
    if (length === 0 && source[at] !== unit && !hasPrivateUse(unit)) return undefined
    // A character outside the basic plane is two code units of the value and one entity of the source.
    if (length > 0 && /[\ud800-\udbff]/.test(unit)) {
      offsets.push(at)
      index += 1
    }
    at += Math.max(1, length)
    lineStart = unit === '\n' || (lineStart && /[ \t]/.test(unit))
  }
  return [...offsets, at]
}

/** The offset of a character, behind what the parser removed before it. */
function skip(unit: string, source: string, start: number, lineStart: boolean): number {
  let at = start
  if (unit === '\n') while (/[ \t\r]/.test(source[at] ?? '')) at += 1
  else if (lineStart) while (source[at] !== unit && /[ \t>]/.test(source[at] ?? '')) at += 1
  if (source[at] === '\\' && source[at + 1] === unit) at += 1
  return at
}

/** The length of the entity that stands for a character of the value; 0 for a character without one. */
function entityLength(value: string, index: number, source: string, at: number): number {
  if (source[at] !== '&') return 0
  const [entity = ''] = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/i.exec(source.slice(at, at + 40)) ?? []
  return value.startsWith(entity, index) ? 0 : entity.length
}

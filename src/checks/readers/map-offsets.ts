import { hasPrivateUse } from '../../private-use.ts'

/**
 * Where each character of a Markdown text stands in its source: escapes, entities, and the marks of quotes and lists
 * before a continued line are in the source only.
 * @param value what the parser made of it
 * @param source the file
 * @param from where the text begins in the source, in UTF-16 units
 * @param to where it ends
 * @returns an offset for each UTF-16 unit of the value and for its end; nothing when the two cannot be matched
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
    // A character beyond the basic plane is two units of the value and one entity of the source.
    if (length > 0 && /[\ud800-\udbff]/.test(unit)) {
      offsets.push(at)
      index += 1
    }
    at += Math.max(1, length)
    lineStart = unit === '\n' || (lineStart && /[ \t]/.test(unit))
  }
  return [...offsets, at]
}

/** Passes over what the parser took away before a character. */
function skip(unit: string, source: string, start: number, lineStart: boolean): number {
  let at = start
  if (unit === '\n') while (/[ \t\r]/.test(source[at] ?? '')) at += 1
  else if (lineStart) while (source[at] !== unit && /[ \t>]/.test(source[at] ?? '')) at += 1
  if (source[at] === '\\' && source[at + 1] === unit) at += 1
  return at
}

/** How long the entity is that stands for a character of the value; 0 where there is none. */
function entityLength(value: string, index: number, source: string, at: number): number {
  if (source[at] !== '&') return 0
  const [entity = ''] = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/i.exec(source.slice(at, at + 40)) ?? []
  return value.startsWith(entity, index) ? 0 : entity.length
}

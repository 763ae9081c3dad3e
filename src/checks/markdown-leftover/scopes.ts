import { hasPrivateUse } from '../../private-use.ts'
import type { CheckContext } from '../check.ts'
import { extractAsides } from '../readers/extract-asides.ts'
import { extractProse } from '../readers/extract-prose.ts'
import type { Passage } from '../readers/passage.ts'
import type { Mark, Origin, Scope } from './mark.ts'

/** A text with the places of its parts. */
export interface PlacedScope extends Scope, Pick<Passage, 'place'> {
  /** Whether a mark was typed as text: with a backslash or as an entity. */
  isEscaped(mark: Mark): boolean
}

/** A text with one `**`, after a word or a number. */
const noteReference = /^(?:(?!\*\*)[\s\S])*[\p{L}\p{N}%)]\*\*(?=[\s.,;:!?)]|$)(?:(?!\*\*)[\s\S])*$/u

/** Extracts all texts of an issue that readers see. */
export function createScopes(context: CheckContext): PlacedScope[] {
  const source = String(context.file)
  const prose = extractProse(context)
  const hasAsteriskNote = prose.some(({ text }) => text.includes('**') && noteReference.test(text))
  const create = (passage: Passage, origin: Origin) => createScope(passage, origin, source, hasAsteriskNote)
  return [
    ...prose.map((passage) => create(passage, passage.raw ? 'html' : 'prose')),
    ...extractAsides(context).map((passage) => create(passage, 'aside')),
  ]
}

function createScope(
  { text, place }: Passage,
  origin: Origin,
  source: string,
  hasAsteriskNote: boolean,
): PlacedScope {
  const locate = (start: number, end: number): [number, number] | undefined => {
    const at = place(start, end)
    const [from, to] = [at?.start.offset, at?.end.offset]
    if (from === undefined || to === undefined) return undefined
    // Where the exact place is not known, it is that of the whole text, which begins with something else.
    const isExact = source[from] === text[start] || source[from] === '&' || hasPrivateUse(text[start] ?? '')
    return isExact ? [from, to] : undefined
  }
  const written = (start: number, end: number) => {
    const range = locate(start, end)
    return range ? source.slice(...range) : text.slice(start, end)
  }
  const extractLineStart = () => {
    const [first] = locate(0, 1) ?? []
    return first === undefined ? '' : source.slice(source.lastIndexOf('\n', first - 1) + 1, first)
  }
  const isEscaped = ({ start, end, kind }: Mark) => {
    const [from, to] = locate(start, end) ?? []
    if (origin !== 'prose' || from === undefined) return false
    const slashes = /\\*$/.exec(source.slice(Math.max(0, from - 20), from))?.[0].length ?? 0
    const isEntity = source[from] !== text[start]
    return (
      isEntity || slashes % 2 === 1 || (kind !== 'math' && /\\[!-/:-@[-`{-~]/.test(source.slice(from, to)))
    )
  }
  return {
    text,
    origin,
    // Needed for few texts only.
    get lineStart() {
      return extractLineStart()
    },
    written,
    hasAsteriskNote,
    place,
    isEscaped,
  }
}

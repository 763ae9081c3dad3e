import type { Position } from 'unist'
import type { CheckContext } from '../check.ts'
import { extractProse } from './extract-prose.ts'
import { findNativeTags } from './find-native-tags.ts'
import { createPosition } from './passage.ts'

/** A merge tag one of whose ends is missing or broken, so that readers see it as it is written. */
export interface HalfTag {
  text: string
  /** What was most likely meant. */
  expected: string
  place: Position | undefined
}

const name = '[A-Za-z_][\\w.]*'

/** Whole tags are private-use characters in a passage, so that what is left of them is broken. */
const halfBraces = new RegExp(
  [
    // `{{ name }`, `{{ name ]]`, `{{ name`
    `\\{\\{\\{?[ \\t]*[#/]?(${name})(?:[ \\t]*(?:\\}|\\]\\]?))?(?![\\w}])`,
    // `{ name }}`
    `(?<![{\\w$])\\{[ \\t]*(${name})[ \\t]*\\}\\}(?!\\})`,
    // `{ { name } }`
    `\\{ \\{[ \\t]*(${name})[ \\t]*\\} ?\\}`,
  ].join('|'),
  'g',
)

/** `{{ name } … {{ name }}`, which from its first to its last brace has the form of one tag. */
const swallowed = new RegExp(
  `\\{\\{[ \\t]*(${name})(?:[ \\t]*(?:\\}(?!\\})|\\]\\]?))?(?=[^{}"'\\n]*\\{\\{)`,
  'g',
)

/** `*|NAME*`; Markdown takes the stars for emphasis. */
const halfStars = /(?<![*|\w])\*\|([A-Z][A-Z0-9_]*)\*(?![|*\w])/g

/** Finds merge tags in the text that lack an end, such as `{{ first_name }`. Code and escaped braces are silent. */
export function findHalfTags(context: Pick<CheckContext, 'file' | 'tree'>): HalfTag[] {
  const withBraces = extractProse(context).filter(({ text }) => text.includes('{'))
  const braces = withBraces.flatMap(({ text, place }) =>
    [...text.matchAll(halfBraces)].map((match) => {
      const [found] = match
      const word = match.slice(1).find((group) => group !== undefined)
      const [open, close] = found.startsWith('{{{') ? ['{{{', '}}}'] : ['{{', '}}']
      return {
        text: found,
        expected: `${open} ${word} ${close}`,
        place: place(match.index, match.index + found.length),
      }
    }),
  )
  const starts = new Set(braces.map(({ place }) => place?.start.offset))
  const first = findNativeTags(context, swallowed)
    .filter(({ offset }) => !starts.has(offset))
    .map(({ tag, offset }) => ({
      text: tag,
      expected: `{{ ${/[\w.]+/.exec(tag)?.[0]} }}`,
      place: createPosition(context.file, offset, offset + tag.length),
    }))
  const stars = findNativeTags(context, halfStars).map(({ tag, offset }) => ({
    text: tag,
    expected: `${tag.slice(0, -1)}|*`,
    place: createPosition(context.file, offset, offset + tag.length),
  }))
  return [...braces, ...first, ...stars]
}

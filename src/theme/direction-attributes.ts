import type { Direction } from '../types.ts'
import { findForeignDirection } from '../typeset/text-direction.ts'
import { Html } from './html.ts'

const notWords = /<[^>]*>|&#?\w+;/g

/**
 * Creates the attributes of an element whose text is in the other direction than the text around it, so that it stands at its own
 * side, as a paragraph of the issue does.
 * @param text a text, or HTML
 * @param around the direction of the text around it
 * @returns `dir` and `align`, since not every client aligns by `dir`; nothing for a text of the same direction
 */
export function createDirectionAttributes(text: string, around: Direction): Html {
  const dir = findForeignDirection(text.replace(notWords, ' '), around)
  return new Html(dir ? ` dir="${dir}" align="${dir === 'rtl' ? 'right' : 'left'}"` : '')
}

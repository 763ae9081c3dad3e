import { findColour } from '../../css/parse-colour.ts'
import type { Lack } from './client-reader.ts'

/** A declaration's property and value. */
export interface Pair {
  prop: string
  value: string
}

/** What remains of a declaration of which a client ignores only a part, or which it replaces by another. */
const remainders: [feature: string, note: RegExp, reduce: (pair: Pair) => Pair | undefined][] = [
  ['css-height', /by `min-height`/, ({ value }) => ({ prop: 'min-height', value })],
  ['css-background', /Only `background-color`/, reduceToColour],
  ['css-list-style', /Only `list-style-type`|rest of the `list-style` property is kept/, removeImage],
]

const systemFont = /(^|[\s,])(["']?)(?:system-ui|ui-(?:serif|sans-serif|rounded|monospace))\2\s*(?:,\s*|$)/gi

/**
 * What remains of a declaration when a client lacks a feature that it uses.
 * @returns `undefined` when the client ignores the whole declaration, as most do
 */
export function remainingDeclaration(pair: Pair, { feature, notes }: Lack): Pair | undefined {
  // A font that the client does not have is skipped in favour of the next one.
  if (feature === 'css-sytem-ui') return removeSystemFont(pair)
  return remainders.find(([slug, note]) => slug === feature && notes.some((text) => note.test(text)))?.[2](
    pair,
  )
}

function reduceToColour({ prop, value }: Pair): Pair | undefined {
  const colour = findColour(value)
  return colour === undefined ? undefined : { prop, value: colour }
}

function removeImage({ prop, value }: Pair): Pair | undefined {
  const rest = value.replace(/url\([^)]*\)/gi, ' ').trim()
  return rest === '' ? undefined : { prop, value: rest.replace(/\s+/g, ' ') }
}

function removeSystemFont({ prop, value }: Pair): Pair | undefined {
  const rest = value.replace(systemFont, '$1').replace(/[\s,]+$/, '')
  // `font` is invalid with a size and no family.
  const isInvalid = rest === '' || (prop.toLowerCase() === 'font' && !/\s/.test(rest))
  return isInvalid ? undefined : { prop, value: rest }
}

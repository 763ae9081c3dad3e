import { parseColour } from '../../css/parse-colour.ts'
import type { Lack } from './lacks.ts'

/** A declaration's two halves. */
export interface Pair {
  prop: string
  value: string
}

/** What is left of a declaration where a client drops only a part of it, or makes something else of it. */
const remainders: [feature: string, note: RegExp, toRest: (pair: Pair) => Pair | undefined][] = [
  ['css-height', /by `min-height`/, ({ value }) => ({ prop: 'min-height', value })],
  ['css-background', /Only `background-color`/, toColourOnly],
  ['css-list-style', /Only `list-style-type`|rest of the `list-style` property is kept/, withoutPicture],
]

const systemFont = /(^|[\s,])(["']?)(?:system-ui|ui-(?:serif|sans-serif|rounded|monospace))\2\s*(?:,\s*|$)/gi

/**
 * What a client leaves of a declaration that it lacks a part of.
 * @returns nothing when it drops the whole, as with most
 */
export function remainingDeclaration(pair: Pair, { feature, notes }: Lack): Pair | undefined {
  // A font that is not there is passed over for the next one.
  if (feature === 'css-sytem-ui') return withoutSystemFont(pair)
  return remainders.find(([slug, note]) => slug === feature && notes.some((text) => note.test(text)))?.[2](
    pair,
  )
}

function toColourOnly({ prop, value }: Pair): Pair | undefined {
  const words = value.match(/(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? []
  const colour = words.find((word) => parseColour(word) !== undefined)
  return colour === undefined ? undefined : { prop, value: colour }
}

function withoutPicture({ prop, value }: Pair): Pair | undefined {
  const rest = value.replace(/url\([^)]*\)/gi, ' ').trim()
  return rest === '' ? undefined : { prop, value: rest.replace(/\s+/g, ' ') }
}

function withoutSystemFont({ prop, value }: Pair): Pair | undefined {
  const rest = value.replace(systemFont, '$1').replace(/[\s,]+$/, '')
  // A size without a family is no `font`.
  return rest === '' || (prop.toLowerCase() === 'font' && !/\s/.test(rest))
    ? undefined
    : { prop, value: rest }
}

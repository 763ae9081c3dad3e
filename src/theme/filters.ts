import type { Liquid } from 'liquidjs'
import type { Picture } from '../types.ts'
import { indent } from '../typeset/indent.ts'
import { underline } from '../typeset/underline.ts'
import { wrap } from '../typeset/wrap.ts'
import { Html, MergeValue } from './html.ts'

/** The columns of a plaintext line (RFC 5322, section 2.1.1, wants at most 78, quoting included). */
const textWidth = 72

/** What our Liquid knows beyond its own filters. Documented in docs/templates.md. */
export const filters: Record<string, Parameters<Liquid['registerFilter']>[1]> = {
  /** An image shown no larger than a box, in CSS pixels: `{{ logo | fit: 160, 48 }}` has `src`, `width`, `height`. */
  fit: (value: unknown, maxWidth: number, maxHeight?: number) =>
    fitPicture(value as Picture | null, maxWidth, maxHeight),
  /** Lines of at most so many columns. */
  wrap: (value: unknown, width: number = textWidth) => wrap(plain(value), { width }),
  /** Every line moved right by a number of spaces or a prefix. */
  indent: (value: unknown, by: number | string) =>
    indent(plain(value), typeof by === 'number' ? ' '.repeat(by) : by),
  /** The text with a rule of its own width below it. */
  underline: (value: unknown, character: string) => underline(plain(value), character),
  /** Marks text as finished markup, as `raw` does, also when it is passed on to another template. */
  html: (value: unknown) => new Html(plain(value)),
  /** A merge tag with words for whom the provider knows nothing of: `{{ merge.first_name | fallback: "there" }}`. */
  fallback: (value: unknown, words: unknown) => {
    if (value instanceof MergeValue) return new Html(value.withFallback(plain(words)))
    return plain(value) === '' ? words : value
  },
}

function plain(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

function fitPicture(
  picture: Picture | null,
  maxWidth: number,
  maxHeight = Number.POSITIVE_INFINITY,
): Picture | null {
  if (!picture) return null
  const { src, width, height } = picture
  if (!width || !height) return { src, width: maxWidth, height: null }
  const scale = Math.min(1, maxWidth / width, maxHeight / height)
  return { src, width: Math.round(width * scale), height: Math.round(height * scale) }
}

import type { Liquid } from 'liquidjs'
import type { Direction, Picture } from '../types.ts'
import { indent } from '../typeset/indent.ts'
import { splitLastCharacters } from '../typeset/split-last-characters.ts'
import { underline } from '../typeset/underline.ts'
import { wrap } from '../typeset/wrap.ts'
import { createDirectionAttributes } from './direction-attributes.ts'
import { escapeHtml, Html, MergeValue } from './html.ts'

/** The columns of a plaintext line; RFC 5322, section 2.1.1, recommends at most 78, with room for quoting in replies. */
const textWidth = 72

/** The filters for templates besides Liquid's own, documented in docs/templates.md. */
export const filters: Record<string, Parameters<Liquid['registerFilter']>[1]> = {
  /** Scales an image down to a box in CSS pixels: `{{ logo | fit: 160, 48 }}` has `src`, `width` and `height`. */
  fit: (value: unknown, maxWidth: number, maxHeight?: number) =>
    fitPicture(value as Picture | null, maxWidth, maxHeight),
  /** Wraps text into lines of at most so many columns. */
  wrap: (value: unknown, width: number = textWidth) => wrap(formatValue(value), { width }),
  /** Indents every line by a number of spaces, or by a text. */
  indent: (value: unknown, by: number | string) =>
    indent(formatValue(value), typeof by === 'number' ? ' '.repeat(by) : by),
  /** Adds a line of a character below the text, as wide as the text. */
  underline: (value: unknown, character: string) => underline(formatValue(value), character),
  /** Joins the last two characters of a Chinese, Japanese or Korean title by a `<span class="end">`. */
  join_end: (value: unknown) => joinEnd(value),
  /** The attributes of an element whose text is in the other direction: `<p{{ label | dir_attributes: issue.dir }}>`. */
  dir_attributes: (value: unknown, around: Direction) =>
    createDirectionAttributes(formatValue(value), around),
  /** Marks text as HTML that is not escaped, as `raw` does, even when it is passed to another template. */
  html: (value: unknown) => new Html(formatValue(value)),
  /** Adds the text for recipients without a value to a merge tag: `{{ merge.first_name | fallback: "there" }}`. */
  fallback: (value: unknown, text: unknown) => {
    if (value instanceof MergeValue) return new Html(value.withFallback(formatValue(text)))
    return formatValue(value) === '' ? text : value
  },
}

/** A value as Liquid prints it; `null` and `undefined` are empty. */
function formatValue(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

function joinEnd(value: unknown): unknown {
  const parts = typeof value === 'string' ? splitLastCharacters(value) : undefined
  if (!parts) return value
  const [start, end] = parts
  return new Html(`${escapeHtml(start)}<span class="end">${escapeHtml(end)}</span>`)
}

/** @returns `null` without an image; the full width when the image's size is unknown */
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

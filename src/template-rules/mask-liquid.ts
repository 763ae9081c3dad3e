import { liquidOutput, liquidTag } from '../private-use.ts'

/** A template's text without its Liquid. Line breaks stay, so that offsets, lines and columns are those of the file. */
export interface MaskedTemplate {
  /** With `liquidOutput` for each character of what is printed and `liquidTag` for each one of a tag; comments are spaces. */
  text: string
  /** With spaces for tags as well: what HTML's syntax is read from. */
  markup: string
}

const comment = /\{%-?\s*comment\b[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g
const output = /\{\{[\s\S]*?\}\}/g
const tag = /\{%[\s\S]*?%\}/g

/**
 * Masks the Liquid in a template.
 * @param source the template's text, its head included or not
 */
export function maskLiquid(source: string): MaskedTemplate {
  const text = source
    .replace(comment, (match) => fill(match, ' '))
    .replace(output, (match) => fill(match, liquidOutput))
    .replace(tag, (match) => fill(match, liquidTag))
  return { text, markup: text.replaceAll(liquidTag, ' ') }
}

function fill(text: string, filler: string): string {
  return text.replace(/[^\r\n]/g, filler)
}

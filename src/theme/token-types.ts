import { findModernColour } from '../css/colour-syntax.ts'
import { parseColour } from '../css/parse-colour.ts'

/** Design tokens by name. */
export type Tokens = Record<string, string | number>

type TokenType = 'colour' | 'number' | 'fonts' | 'text'

const expected: Record<Exclude<TokenType, 'text'>, string> = {
  colour: 'a colour such as `"#0f766e"`',
  number: 'a number of pixels without a unit, such as `600`',
  fonts: 'names of fonts with commas between them, such as `"Georgia,serif"`',
}

/**
 * Validates a value of a design token against the type of its default.
 * @returns what is expected instead, as messages have it; `undefined` for a valid value
 */
export function expectedToken(value: string | number, fallback: string | number): string | undefined {
  const type = inferType(fallback)
  return type === 'text' || isValid(String(value).trim(), type) ? undefined : expected[type]
}

/** A colour without `#` or parentheses may be a word that happens to name one. */
function inferType(fallback: string | number): TokenType {
  if (typeof fallback === 'number') return 'number'
  if (/^#|\(/.test(fallback) && parseColour(fallback)) return 'colour'
  return fallback.includes(',') ? 'fonts' : 'text'
}

function isValid(value: string, type: Exclude<TokenType, 'text'>): boolean {
  if (type === 'number') return /^\d+(?:\.\d+)?$/.test(value)
  if (type === 'fonts') return fonts.test(value)
  return isColour(value)
}

/** The values of `font-family`: strings, or words without quotes (CSS Fonts 4, section 2.1). */
const font = String.raw`\s*(?:"[^"]+"|'[^']+'|-?[A-Za-z_\u0080-\uffff][-\w\u0080-\uffff]*(?:\s+[-\w\u0080-\uffff]+)*)\s*`
const fonts = new RegExp(`^${font}(?:,${font})*$`)

function isColour(value: string): boolean {
  if (/^(?:currentcolor|inherit)$/i.test(value) || findModernColour(value)) return true
  // `parseColour` also accepts digits without `#`, as old attributes have them, but CSS does not.
  return parseColour(value) !== undefined && !/^[\da-f]{3,8}$/i.test(value)
}

/**
 * The names of the design tokens that a template's files use: `var(--name)` in style sheets, `theme.name` in Liquid.
 * @param sources the files' texts
 */
export function findUsedTokens(sources: Iterable<string>): Set<string> {
  const used = new Set<string>()
  for (const source of sources) {
    for (const [, variable, property] of source.matchAll(
      /var\(\s*--([\w-]+)|\btheme(?:\.|\[["'])([\w-]+)/g,
    )) {
      const name = variable ?? property
      if (name !== undefined) used.add(name)
    }
  }
  return used
}

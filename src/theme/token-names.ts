import { cjkLanguages } from '../language-tag.ts'
import type { Tokens } from './token-types.ts'

/** The named values that a template has for design tokens; `theme.yml` declares them. */
export interface TokenNames {
  /** By a choice's name, such as `neutrals`, its values, such as `warm`, with the tokens that each stands for. */
  choices: Record<string, Record<string, Tokens>>
  /** Typefaces by name, as `font-family` has them. */
  fonts: Record<string, string>
}

/** Merges the names of two templates: a choice value by value, and typefaces one by one. */
export function mergeTokenNames(below: TokenNames | undefined, above: TokenNames): TokenNames {
  const choices = { ...below?.choices }
  for (const [name, values] of Object.entries(above.choices)) choices[name] = { ...choices[name], ...values }
  return { choices, fonts: { ...below?.fonts, ...above.fonts } }
}

/**
 * Replaces names by what they stand for. Tokens that are given themselves override those of a choice.
 * @param tokens as written; a value may also be another token, `var(--text-font)`
 * @returns the tokens, with the choices and what these set; a typeface that is chosen by name or by reference
 * sets the typefaces for Chinese, Japanese and Korean as well
 */
export function expandTokens(tokens: Tokens, { choices, fonts }: TokenNames): Tokens {
  const chosen = Object.entries(tokens).map(([name, value]) => getOwn(getOwn(choices, name), String(value)))
  const all: Tokens = Object.assign({}, ...chosen, tokens)
  for (const [name, value] of Object.entries(all)) {
    if (!isFontToken(name)) continue
    const font = getOwn(fonts, String(value))
    if (font !== undefined) all[name] = font
    for (const language of cjkLanguages.map((each) => each.toLowerCase())) {
      const localized = findLocalizedFont(String(value), font, fonts, language)
      if (name !== 'code-font' && localized !== undefined) all[`${name}-${language}`] ??= localized
    }
  }
  return all
}

/** Whether a token's value can be the name of a typeface. */
export function isFontToken(name: string): boolean {
  return /^(?:text|heading|code)-font$/.test(name)
}

/** Replaces each token that refers to another one, `var(--text-font)`, by that one's value. */
export function resolveReferences(tokens: Tokens): Tokens {
  const entries = Object.entries(tokens).map(([name, value]): [string, string | number] => {
    const [, target] = /^var\(--([\w-]+)\)$/.exec(String(value)) ?? []
    return [name, (target === undefined ? undefined : getOwn(tokens, target)) ?? value]
  })
  return Object.fromEntries(entries)
}

function findLocalizedFont(
  value: string,
  font: string | undefined,
  fonts: TokenNames['fonts'],
  language: string,
): string | undefined {
  const [, target] = /^var\(--([\w-]+)\)$/.exec(value) ?? []
  if (target !== undefined) return `var(--${target}-${language})`
  if (font === undefined) return undefined
  return getOwn(fonts, `${/(?:^|,)\s*serif$/.test(font) ? 'serif' : 'sans'}-${language}`)
}

function getOwn<Value>(map: Record<string, Value> | undefined, key: string): Value | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined
}

import { type CjkLanguage, cjkLanguages, findCjkLanguage } from '../language-tag.ts'
import type { Theme } from './theme.ts'
import type { Tokens } from './token-types.ts'

/** The tokens with fonts that have a version for each of the languages: `text-font-zh-hans`. */
const fontTokens = ['text-font', 'heading-font']

function nameToken(token: string, language: CjkLanguage): string {
  return `${token}-${language.toLowerCase()}`
}

/**
 * The fonts for Chinese, Japanese and Korean after some tokens were overridden: whoever chooses a `text-font` and none of
 * these wants it in every language.
 * @param below the tokens before
 * @param above the tokens that override them
 */
export function overrideCjkFonts(below: Tokens, above: Tokens): Tokens {
  const fonts: Tokens = {}
  for (const token of fontTokens) {
    const font = above[token]
    if (font === undefined || font === below[token]) continue
    for (const language of cjkLanguages) {
      const name = nameToken(token, language)
      fonts[name] = above[name] ?? font
    }
  }
  return fonts
}

/** A template with the fonts of an issue's language, which is the same template in most languages. */
export function localizeFonts(theme: Theme, lang: string): Theme {
  const language = findCjkLanguage(lang)
  if (!language) return theme
  const tokens = { ...theme.tokens }
  for (const token of fontTokens) {
    const font = tokens[nameToken(token, language)]
    if (font !== undefined) tokens[token] = font
  }
  return { ...theme, tokens }
}

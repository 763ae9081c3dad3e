import type { VFile } from 'vfile'
import { expectedName, listNames } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import { isFontToken, type TokenNames } from './token-names.ts'
import { findExceededRange } from './token-ranges.ts'
import { expectedToken, type Tokens } from './token-types.ts'

export interface TokenOptions {
  /** The rule of the messages: that of the config or of a template. */
  ruleId: 'config' | 'theme-token'
  /** The known tokens with their defaults, whose types the values have to have. */
  defaults: Tokens
  /** The names that the template's files use. */
  used: ReadonlySet<string>
  /** The names that values can be. */
  names: TokenNames
  /** The key that the tokens are below: `theme` in a config; nothing in a `theme.yml`. */
  below?: string
  /** Finds the places of tokens; without it messages have none. */
  placeOf?: Yaml['placeOf'] | undefined
}

/**
 * Reports each design token whose value is not of the type of its default, and each that nothing knows.
 * @returns the tokens without those of a wrong type
 */
export function validateTokens(tokens: Tokens, file: VFile, options: TokenOptions): Tokens {
  const { ruleId, defaults, used, names, below, placeOf } = options
  const valid = { ...tokens }
  for (const [key, value] of Object.entries(tokens)) {
    const path = below === undefined ? [key] : [below, key]
    const name = path.join('.')
    const fallback = Object.hasOwn(defaults, key) ? defaults[key] : undefined
    if (/<[a-z/!?]/i.test(String(value))) {
      delete valid[key]
      report(file, `Unexpected markup in \`${name}\`, expected a value of a style`, {
        ruleId,
        place: placeOf?.(path),
        note: 'Templates print design tokens into style sheets as they are, which markup would end.',
      })
    } else if (fallback !== undefined) {
      const choice = expectedChoice(key, value, names)
      const wrong = choice ?? expectedToken(value, fallback)
      const range = wrong === undefined ? findExceededRange(key, value) : undefined
      const wanted = range ? `a number of pixels from ${range.from} to ${range.to}` : wrong
      if (wanted === undefined) continue
      delete valid[key]
      report(file, `Unexpected \`${value}\` in \`${name}\`, expected ${wanted}`, {
        ruleId,
        place: placeOf?.(path),
        note: choice
          ? `Known are ${listNames(Object.keys(names.choices[key] ?? names.fonts))}.`
          : (range?.reason ??
            'Mail clients ignore a style that they cannot read, so that the email would lose a part of its look.'),
      })
    } else if (!used.has(key)) {
      const known = [...new Set([...Object.keys(defaults), ...used])]
      const near = nearest(key, known)
      // What a template declares is known, unless it looks like a misspelled name.
      if (!near && ruleId === 'theme-token') continue
      report(file, `Unexpected design token \`${name}\`${near ? `, expected \`${near}\`` : ''}`, {
        ruleId,
        place: placeOf?.(path, 'key'),
        severity: 'warning',
        note: near
          ? 'It has no effect: no template uses a token of this name.'
          : `It has no effect: no template uses a token of this name. Known are ${listNames(known.sort())}.`,
      })
    }
  }
  return valid
}

/**
 * Validates a value that has to be one of some names, and a typeface that looks like a misspelled name of one.
 * @returns what is expected instead; `undefined` for all other values
 */
function expectedChoice(
  key: string,
  value: string | number,
  { choices, fonts }: TokenNames,
): string | undefined {
  const values = Object.hasOwn(choices, key) ? choices[key] : undefined
  if (values)
    return Object.hasOwn(values, value) ? undefined : expectedName(String(value), Object.keys(values))
  const isWord = isFontToken(key) && /^[a-z][a-z-]*$/.test(String(value))
  if (!isWord || Object.hasOwn(fonts, value)) return undefined
  const near = nearest(String(value), Object.keys(fonts))
  return near && `\`${near}\``
}

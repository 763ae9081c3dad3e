import postcss, { type AtRule, CssSyntaxError, type Declaration, type Root } from 'postcss'
import type { Diagnostic } from '../diagnostics/report.ts'
import { memoizeText } from '../memoize-text.ts'
import { replaceVariables } from './replace-variables.ts'

/** The values of design tokens, by their names. */
export type TokenValues = Record<string, string>

/** A mistake in a style sheet. */
export interface StyleSheetMistake extends Diagnostic {
  reason: string
}

export interface ParsedStyleSheet {
  /** Shared: clone it to change it. */
  root: Root
  mistakes: readonly StyleSheetMistake[]
}

/**
 * Parses a style sheet, removes comments and imports, and replaces design tokens. One that cannot be parsed has no rules.
 * The same text with the same tokens is parsed once.
 * @param tokens the values of `var(--name)`
 */
export function parseStyleSheet(text: string, tokens: TokenValues): ParsedStyleSheet {
  return parseOnce(text)(JSON.stringify(tokens))
}

const parseOnce = memoizeText(
  (text) =>
    memoizeText((tokens): ParsedStyleSheet => {
      const mistakes: StyleSheetMistake[] = []
      return { root: parseText(text, new Map(Object.entries(JSON.parse(tokens))), mistakes), mistakes }
    }, 10),
  20,
)

function parseText(text: string, tokens: Map<string, string>, mistakes: StyleSheetMistake[]): Root {
  let sheet: Root
  try {
    sheet = postcss.parse(text)
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    const place = { line: error.line ?? 1, column: error.column ?? 1 }
    mistakes.push({ reason: `Cannot read this style sheet: ${error.reason}`, ruleId: 'css-syntax', place })
    return postcss.root()
  }
  sheet.walkComments((comment) => void comment.remove())
  sheet.walkAtRules('import', (rule) => removeImport(rule, mistakes))
  sheet.walkDecls((declaration) => resolveTokens(declaration, tokens, mistakes))
  return sheet
}

/** Removes an `@import`, which is a mistake: mail clients load no style sheets. */
function removeImport(rule: AtRule, mistakes: StyleSheetMistake[]): void {
  const start = rule.source?.start
  if (start) {
    mistakes.push({
      reason: 'Unexpected `@import` in a style sheet',
      ruleId: 'css-import',
      place: { line: start.line, column: start.column },
      note: 'Mail clients load no style sheets. Copy the rules into this one.',
    })
  }
  rule.remove()
}

/**
 * Replaces `var(--name)` by the design token's value, or else by the fallback. A token that does not exist is a mistake, and
 * the `var()` stays.
 */
function resolveTokens(
  declaration: Declaration,
  tokens: Map<string, string>,
  mistakes: StyleSheetMistake[],
): void {
  declaration.value = replaceVariables(declaration.value, (whole, name, fallback) => {
    const value = tokens.get(name)
    if (value !== undefined) return value
    if (fallback !== undefined) return fallback.trim()
    const start = declaration.source?.start
    if (start) {
      mistakes.push({
        reason: `Unexpected design token \`--${name}\``,
        ruleId: 'css-token',
        place: { line: start.line, column: start.column },
        note: 'Declare it, with its default, in the template’s `theme.yml`.',
      })
    }
    return whole
  })
}

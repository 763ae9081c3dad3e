import type { CssGrammar } from '../css/css-grammar.ts'
import { findSyntaxError } from '../css/parse-css.ts'
import { replaceVariables } from '../css/replace-variables.ts'
import { type PlacedMistake, validateStyleAttribute } from '../css/validate-style-attribute.ts'
import { validateStyleSheet } from '../css/validate-style-sheet.ts'
import { report } from '../diagnostics/report.ts'
import { scanHtml } from '../parse/scan-html.ts'
import { findAttributes } from '../parse/tag-attributes.ts'
import { liquidOutput, liquidTag, removePrivateUse } from '../private-use.ts'
import type { Theme } from '../theme/theme.ts'
import type { TemplateSource } from './template-source.ts'

/**
 * Validates the CSS of a template's file: a style sheet, or the `<style>` elements and `style` attributes of HTML, those
 * in conditional comments included.
 * @param tokens the design tokens, which `var()` is replaced by
 */
export function validateStyles(
  source: TemplateSource,
  { tokens }: Pick<Theme, 'tokens'>,
  grammar: CssGrammar,
): void {
  const resolve = (value: string) =>
    replaceVariables(value, (whole, name, fallback) => {
      if (Object.hasOwn(tokens, name)) return String(tokens[name])
      return fallback === undefined ? whole : fallback.trim()
    })
  const mistakes = source.path.endsWith('.css')
    ? validateStyleSheet(String(source.file), { grammar, resolve })
    : validateMarkupStyles(source, { grammar, resolve })
  for (const { offset, length, reason, ...mistake } of mistakes)
    report(source.file, reason, { ...mistake, place: source.placeOf(offset, length) })
}

type Options = Parameters<typeof validateStyleSheet>[1]

function validateMarkupStyles(source: TemplateSource, options: Options): PlacedMistake[] {
  const { text, markup } = source
  // Conditional comments are markup to classic Outlook.
  const visible = markup.replace(/<!--\[if[^\]]*\]>(?:<!--)?|<!\[endif\]-->/gi, (match) =>
    ' '.repeat(match.length),
  )
  const mistakes: PlacedMistake[] = []
  const parts = scanHtml(visible)
  for (const [index, part] of parts.entries()) {
    // The styles of VML (`<v:rect>`) have a grammar of their own.
    if (part.kind !== 'start' || !part.isEnded || part.name.includes(':')) continue
    const end = part.offset + part.text.length
    if (part.name === 'style') {
      const sheet = maskSheet(text.slice(end, parts[index + 1]?.offset))
      const syntax = sheet.isWhole ? findSyntaxError(sheet.css) : undefined
      if (syntax) reportSyntax(source, end + syntax.offset, syntax.reason)
      mistakes.push(...validateStyleSheet(sheet.css, options).map((mistake) => shift(mistake, end)))
    }
    for (const { name, value, offset } of findAttributes(part.text)) {
      if (name !== 'style') continue
      const start = part.offset + offset
      // With the tags of Liquid, which show where a declaration ends.
      const style = text.slice(start, start + value.length)
      mistakes.push(...validateStyleAttribute(style, options.grammar).map((mistake) => shift(mistake, start)))
    }
  }
  return mistakes
}

const wholeOutput = new RegExp(
  `(^|[{};]|\\*/)(\\s*)((?:${liquidOutput}+\\s*)+)(?=$|[{};]|[\\w.#@]|/\\*)`,
  'g',
)

/**
 * Replaces Liquid between rules and declarations by spaces; in a value it stays masked.
 * @returns `isWhole`: whether no part of it depends on a condition
 */
function maskSheet(css: string): { css: string; isWhole: boolean } {
  const masked = css
    .replaceAll(liquidTag, ' ')
    .replace(
      wholeOutput,
      (_, before: string, space: string, run: string) => before + space + ' '.repeat(run.length),
    )
  return { css: masked, isWhole: !css.includes(liquidTag) }
}

function reportSyntax({ file, placeOf }: TemplateSource, offset: number, reason: string): void {
  report(file, `Cannot read this \`<style>\`: ${removePrivateUse(reason).trim()}`, {
    ruleId: 'css-syntax',
    place: placeOf(offset, 1),
    note: 'Browsers read what follows in another way than it was meant, so that rules are lost.',
  })
}

function shift(mistake: PlacedMistake, by: number): PlacedMistake {
  return { ...mistake, offset: mistake.offset + by }
}

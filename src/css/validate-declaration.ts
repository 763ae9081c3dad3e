import { nearest } from '../diagnostics/nearest.ts'
import { hasPrivateUse } from '../private-use.ts'
import { type CssGrammar, suggestValue } from './css-grammar.ts'

/** What is wrong with a declaration. */
export interface DeclarationMistake {
  ruleId: 'css-property' | 'css-value'
  reason: string
  note: string
  severity: 'error' | 'warning'
}

/** A declaration as it is written. */
export interface WrittenDeclaration {
  property: string
  /** Without `!important`. */
  value: string
  /** The value with design tokens resolved, where it has some. */
  resolved?: string
}

/**
 * Names that only some clients know and that are meant for them: prefixed ones (`-webkit-…`, `mso-…`), custom properties,
 * the hacks for old versions of Internet Explorer (`*display`, `_height`), and properties of Word and of Internet
 * Explorer without a prefix, as Word writes them ("Microsoft Office HTML and XML Reference"), and those of VML.
 */
const clientProperty =
  /^(?:[-*_#+.!$&@]|mso-|v-|panose|tab-(?:stops|interval)|layout-(?:grid|flow)|punctuation-|ruby-|text-(?:autospace|underline-|effect|line-through|fit|kashida|justify-trim)|(?:horiz|vert)-align|border-[\w-]*-alt$|color-alt|page-border|vnd\.|scrollbar-|font-smoothing|text-fill-color|tap-highlight|interpolation-mode)/i

/** Values that css-tree does not judge, or that are written for one old client on purpose. */
const clientValue =
  /\b(?:var|env|attr|constant|if|expression|alpha)\(|progid:|\\[0-9]|!ie\b|\bmso-|^-(?:webkit|moz|ms|o)-|[\s,(]-(?:webkit|moz|ms|o)-|\{\{|\{%/i

/** The colours of a system's windows (CSS Color 4, appendix A), which Word writes. */
const systemColour =
  /(?:^|[\s,])(?:window|windowframe|windowtext|button(?:face|highlight|shadow|text)|captiontext|(?:active|inactive)(?:border|caption)|inactivecaptiontext|appworkspace|background|graytext|highlight|highlighttext|info(?:background|text)|menu|menutext|scrollbar|threed(?:darkshadow|face|highlight|lightshadow|shadow))(?:$|[\s,;])/i

/**
 * Validates a declaration by the grammar of CSS. What only some clients know on purpose is not judged, nor is a value
 * whose text is not known yet: with a merge tag, Liquid or `var()` in it.
 * @returns `undefined` when there is nothing to report
 */
export function validateDeclaration(
  declaration: WrittenDeclaration,
  grammar: CssGrammar,
): DeclarationMistake | undefined {
  const { property, value, resolved = value } = declaration
  if (clientProperty.test(property) || isUnknownText(property)) return undefined
  const name = property.toLowerCase()
  if (!grammar.properties.has(name)) return describeProperty(property, grammar)
  if (isUnknownText(resolved) || clientValue.test(resolved) || systemColour.test(resolved)) return undefined
  const mismatch = grammar.findMismatch(name, resolved)
  if (!mismatch) return undefined
  const written = formatCode(value)
  const shown = resolved === value ? written : `${written} (${formatCode(resolved)})`
  const missingEnd = /[\r\n]\s*([\w-]+)\s*:/.exec(value)?.[1] ?? / ([a-z-]+)\s*:/.exec(value)?.[1]
  if (missingEnd !== undefined)
    return {
      ruleId: 'css-value',
      reason: `Missing \`;\` before \`${missingEnd}\` in a style`,
      note: `Without it \`${property}\` and \`${missingEnd}\` are one declaration, which no mail client can read, so that neither has an effect.`,
      severity: 'error',
    }
  if (value.trim() === '')
    return {
      ruleId: 'css-value',
      reason: `Missing value of \`${property}\` in a style`,
      note: 'The declaration has no effect without one. Write the value, or remove the declaration.',
      severity: 'error',
    }
  const suggestion =
    resolved === value ? suggestValue(name, value, grammar) : suggestUnit(name, { value, resolved }, grammar)
  return {
    ruleId: 'css-value',
    reason: `Unexpected value ${shown} of \`${property}\`, expected ${suggestion === undefined ? 'one that CSS has for it' : `\`${suggestion}\``}`,
    note: `No mail client can read it, so that the declaration has no effect. ${explainValue(resolved, suggestion, name, grammar)}`,
    severity: 'error',
  }
}

function describeProperty(property: string, grammar: CssGrammar): DeclarationMistake {
  const near = nearest(property, grammar.properties)
  return {
    ruleId: 'css-property',
    reason: `Unexpected property \`${property}\` in a style, expected ${near ? `\`${near}\`` : 'one of CSS'}`,
    note: 'No mail client knows it, so that the declaration has no effect.',
    severity: 'error',
  }
}

/** A design token that is a number, and lacks the unit behind it. */
function suggestUnit(
  property: string,
  { value, resolved }: Record<'value' | 'resolved', string>,
  grammar: CssGrammar,
): string | undefined {
  const isNumber = /^var\([^()]*\)$/.test(value) && /^[\d.]+$/.test(resolved)
  return isNumber && !grammar.findMismatch(property, `${resolved}px`) ? `${value}px` : undefined
}

function explainValue(
  value: string,
  suggestion: string | undefined,
  property: string,
  grammar: CssGrammar,
): string {
  if (suggestion !== undefined) return `Write \`${property}: ${suggestion}\`.`
  if (/!\s*im/i.test(value)) return 'If it is to override others, write `!important` behind the value.'
  const keywords = [...grammar.listKeywords(property)].filter((name) => !name.startsWith('-'))
  if (/^[a-z-]+$/i.test(value) && keywords.length > 0 && keywords.length <= 12)
    return `Its keywords are ${keywords.map((name) => `\`${name}\``).join(', ')}.`
  return 'Correct it: lengths need a unit (`18px`), colours in digits a `#` (`#0f766e`).'
}

/** True for text with a merge tag or a mask of Liquid in it. */
function isUnknownText(text: string): boolean {
  return hasPrivateUse(text)
}

function formatCode(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  return `\`${line.length > 60 ? `${line.slice(0, 59)}…` : line}\``
}

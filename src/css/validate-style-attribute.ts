import { liquidTag } from '../private-use.ts'
import type { CssGrammar } from './css-grammar.ts'
import { isBlankStyle, splitStyle } from './style-attribute.ts'
import { type DeclarationMistake, validateDeclaration } from './validate-declaration.ts'

/** A mistake with its place in the text that was validated. */
export interface PlacedMistake extends DeclarationMistake {
  offset: number
  length: number
}

const references: Record<string, string> = {
  '&quot;': '"',
  '&#34;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
}

/**
 * Validates the value of a `style` attribute.
 * @param style the value as HTML writes it, with character references; what Liquid prints is masked
 */
export function validateStyleAttribute(style: string, grammar: CssGrammar): PlacedMistake[] {
  const mistakes: PlacedMistake[] = []
  let offset = 0
  for (const part of splitStyle(style)) {
    const text = part.replace(boundaryTags, '')
    const mistake = validatePart(text, grammar)
    const start = part.indexOf(text) + text.length - text.trimStart().length
    if (mistake) mistakes.push({ ...mistake, offset: offset + start, length: text.trim().length })
    offset += part.length + 1
  }
  return mistakes
}

/** Liquid's tags around a declaration: `{% if wide %}width: 600px{% endif %}`. */
const boundaryTags = new RegExp(`^[\\s${liquidTag}]+|[\\s${liquidTag}]+$`, 'g')

function validatePart(part: string, grammar: CssGrammar): DeclarationMistake | undefined {
  if (isBlankStyle(part)) return undefined
  const text = part.replace(/\/\*[\s\S]*?\*\//g, '').trim()
  // A brace is the form of a rule, which is reported elsewhere or belongs to a template's syntax.
  if (/[{}]/.test(text)) return undefined
  const colon = text.indexOf(':')
  if (colon === -1) return describeFragment(text, grammar)
  const value = text
    .slice(colon + 1)
    .replace(/&(?:quot|apos|amp|#34|#39);/g, (reference) => references[reference] ?? reference)
    .replace(/\s*!\s*important\s*$/i, '')
    .trim()
  if (/&#?\w+;/.test(value)) return undefined
  return validateDeclaration({ property: text.slice(0, colon).trim(), value }, grammar)
}

/** A part without a colon; only one that begins with a property is certain to be a declaration. */
function describeFragment(text: string, grammar: CssGrammar): DeclarationMistake | undefined {
  const [, property = '', sign = ''] = /^([a-z-]+)\s*(=?)/i.exec(text) ?? []
  if (!grammar.properties.has(property.toLowerCase())) return undefined
  return {
    ruleId: 'css-value',
    reason: `Missing \`:\` after \`${property}\` in a style`,
    note: `No mail client can read the declaration without it. Write \`${property}: …\`${sign && ' instead of `=`'}.`,
    severity: 'error',
  }
}

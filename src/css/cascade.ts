import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import type { Declaration } from 'postcss'
import { findElements } from '../hast/find-element.ts'
import { createMatcher } from './create-matcher.ts'
import { expandShorthand } from './expand-shorthand.ts'
import { type ColourScheme, declaresDarkScheme, resolveColourScheme } from './media-queries.ts'
import { directDeclarations, enclosingConditions, parseStyleSheet } from './parse-css.ts'
import { specificity } from './selectors.ts'

/** The values that win the cascade for one element, by property: `color`, `background-color`, `font-size`, … */
export type CascadedValues = Map<string, string>

export interface Cascade {
  /** Whether the message has rules for dark mode, or declares that it supports dark mode. */
  supportsDark: boolean
  resolve(element: Element, scheme: ColourScheme): CascadedValues
}

interface CascadeRule {
  matches: (element: Element) => boolean
  scheme: ColourScheme | 'both'
  /** The selector's specificity, then the rule's number in the order of the document. */
  precedence: number[]
  declarations: Declaration[]
}

/** Of two declarations wins the one whose precedence is greater in the first number that differs, or else the later. */
interface Candidate {
  value: string
  precedence: number[]
}

const relevantProperty =
  /^(?:color|background|background-color|background-image|font|font-size|font-weight|display|visibility|opacity)$/i

/**
 * Resolves the properties that decide whether text is readable, from all `<style>`s and the `style` attributes, for
 * light or dark mode. Rules that apply only to some widths or some clients (`@supports`, `[data-ogsc]`) are ignored.
 * Inheritance is not resolved.
 */
export function createCascade(document: Root): Cascade {
  const rules = parseRules(document)
  // Many elements have the same style.
  const parsedStyles = new Map<string, Declaration[]>()
  const parseOnce = (style: string): Declaration[] => {
    const parsed = parsedStyles.get(style) ?? parseRelevantStyle(style)
    parsedStyles.set(style, parsed)
    return parsed
  }
  return {
    supportsDark: declaresDark(document) || rules.some(({ scheme }) => scheme === 'dark'),
    resolve: (element, scheme) => {
      const winners = new Map<string, Candidate>()
      for (const rule of rules) {
        if (rule.scheme !== 'both' && rule.scheme !== scheme) continue
        if (!rule.matches(element)) continue
        for (const declaration of rule.declarations)
          addDeclaration(winners, declaration, [0, ...rule.precedence])
      }
      for (const declaration of parseOnce(String(element.properties.style ?? '')))
        addDeclaration(winners, declaration, [1])
      return new Map([...winners].map(([property, { value }]) => [property, value]))
    },
  }
}

/** `<meta name="color-scheme" content="light dark">`, or the property `color-scheme`. */
function declaresDark(document: Root): boolean {
  const metas = findElements(document, 'meta').map(({ properties }) => properties)
  return (
    metas.some(({ name, content }) => name === 'color-scheme' && /dark/.test(String(content))) ||
    findElements(document, 'style').some((style) => declaresDarkScheme(toText(style)))
  )
}

function parseRules(document: Root): CascadeRule[] {
  const compileSelector = createMatcher(document)
  const rules: CascadeRule[] = []
  for (const style of findElements(document, 'style')) {
    const media = String(style.properties.media ?? '')
    parseStyleSheet(toText(style)).walkRules((rule) => {
      const scheme = resolveColourScheme([media, ...enclosingConditions(rule.parent)])
      const declarations = directDeclarations(rule).filter(({ prop }) => relevantProperty.test(prop))
      if (!scheme || declarations.length === 0) return
      for (const selector of rule.selectors) {
        const matches = compileSelector(selector)
        const precedence = [...specificity(selector), rules.length]
        if (matches) rules.push({ matches, scheme, precedence, declarations })
      }
    })
  }
  return rules
}

/** Most styles have no such property, and need no parsing. */
function parseRelevantStyle(style: string): Declaration[] {
  if (!/color|background|font|display|visibility|opacity/i.test(style)) return []
  return directDeclarations(parseStyleSheet(style)).filter(({ prop }) => relevantProperty.test(prop))
}

/** Enters a declaration's longhands among the winners, unless one of higher precedence is there. */
function addDeclaration(
  winners: Map<string, Candidate>,
  { prop, value, important }: Declaration,
  precedence: number[],
): void {
  const whole = [important ? 1 : 0, ...precedence]
  for (const [property, longhand] of expandShorthand(prop.toLowerCase(), value)) {
    const winner = winners.get(property)
    if (!winner || comparePrecedence(whole, winner.precedence) >= 0)
      winners.set(property, { value: longhand, precedence: whole })
  }
}

function comparePrecedence(first: number[], second: number[]): number {
  const index = first.findIndex((number, at) => number !== second[at])
  return index === -1 ? 0 : (first[index] ?? 0) - (second[index] ?? 0)
}

import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import type { Declaration } from 'postcss'
import { findElements } from '../hast/find-element.ts'
import { memoize } from '../hast/memoize.ts'
import { memoizeText } from '../memoize-text.ts'
import { createMatcher } from './create-matcher.ts'
import { expandShorthand } from './expand-shorthand.ts'
import { type ColourScheme, declaresDarkScheme, resolveColourScheme } from './media-queries.ts'
import { directDeclarations, enclosingConditions, parseSharedSheet } from './parse-css.ts'
import { requiredTagName, specificity, subjectClass } from './selectors.ts'

/** The values that win the cascade for one element, by property: `color`, `background-color`, `font-size`, … */
export type CascadedValues = ReadonlyMap<string, string>

export interface Cascade {
  /** Whether the message has rules for dark mode, or declares that it supports dark mode. */
  supportsDark: boolean
  resolve(element: Element, scheme: ColourScheme): CascadedValues
}

interface CascadeRule {
  /** In the order of the document. */
  number: number
  matches: (element: Element) => boolean
  /** A class that every element has which it matches, as a quick test; empty when none is known. */
  subjectClass: string
  /** As `subjectClass`, the name of the elements; `undefined` when none is known. */
  tagName: string | undefined
  scheme: ColourScheme | 'both'
  longhands: Candidate[]
}

/** A property that a declaration sets, with its value. */
interface Longhand {
  property: string
  value: string
  important: boolean
}

/**
 * A property with its rank in the cascade. Of two wins the one whose precedence is greater in the first number that differs,
 * or else the later.
 */
interface Candidate {
  property: string
  value: string
  /**
   * 1 for `!important`, 1 for a `style` attribute, the selector's specificity, and the rule's number in the order of the
   * document.
   */
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
  const listMatches = createMatchLists(rules)
  // Few combinations of rules and `style` are on most elements.
  const resolved = new Map<string, CascadedValues>()
  return {
    supportsDark: declaresDark(document) || rules.some(({ scheme }) => scheme === 'dark'),
    resolve: (element, scheme) => {
      const matching = listMatches(element).filter((rule) => rule.scheme === 'both' || rule.scheme === scheme)
      const style = String(element.properties.style ?? '')
      const key = `${matching.map(({ number }) => number).join(' ')};${style}`
      const known = resolved.get(key) ?? resolveValues(matching, style)
      resolved.set(key, known)
      return known
    },
  }
}

/** Creates a function that lists the rules that match an element, once for both colour schemes. */
function createMatchLists(rules: readonly CascadeRule[]): (element: Element) => readonly CascadeRule[] {
  return memoize((element) => {
    const classes = String(element.properties.className ?? '')
    return rules.filter((rule) => {
      const mayMatch = rule.tagName === undefined || rule.tagName === element.tagName
      return mayMatch && classes.includes(rule.subjectClass) && rule.matches(element)
    })
  })
}

function resolveValues(rules: readonly CascadeRule[], style: string): CascadedValues {
  const winners = new Map<string, Candidate>()
  for (const { longhands } of rules) for (const longhand of longhands) addLonghand(winners, longhand)
  for (const longhand of parseStyle(style)) addLonghand(winners, longhand)
  return new Map([...winners].map(([property, { value }]) => [property, value]))
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
    for (const { conditions, selectors, longhands } of parseSheet(toText(style))) {
      const scheme = resolveColourScheme([media, ...conditions])
      if (!scheme) continue
      for (const selector of selectors) {
        const matches = compileSelector(selector)
        if (!matches) continue
        const precedence = [0, ...specificity(selector), rules.length]
        rules.push({
          number: rules.length,
          matches,
          subjectClass: subjectClass(selector),
          tagName: requiredTagName(selector),
          scheme,
          longhands: longhands.map((longhand) => createCandidate(longhand, precedence)),
        })
      }
    }
  }
  return rules
}

interface SheetRule {
  /** What `enclosingConditions` returns. */
  conditions: string[]
  selectors: string[]
  longhands: Longhand[]
}

/** The rules of a `<style>` with relevant properties. */
const parseSheet = memoizeText((css): SheetRule[] => {
  const rules: SheetRule[] = []
  parseSharedSheet(css).walkRules((rule) => {
    const longhands = expandRelevant(directDeclarations(rule))
    if (longhands.length > 0)
      rules.push({ conditions: enclosingConditions(rule.parent), selectors: rule.selectors, longhands })
  })
  return rules
}, 50)

/** The relevant properties of a `style` attribute. Most have none, and need no parsing. */
const parseStyle = memoizeText((style): Candidate[] => {
  if (!/color|background|font|display|visibility|opacity/i.test(style)) return []
  const longhands = expandRelevant(directDeclarations(parseSharedSheet(style)))
  return longhands.map((longhand) => createCandidate(longhand, [1]))
})

function expandRelevant(declarations: Declaration[]): Longhand[] {
  return declarations.flatMap(({ prop, value, important = false }) => {
    if (!relevantProperty.test(prop)) return []
    const pairs = expandShorthand(prop.toLowerCase(), value)
    return pairs.map(([property, longhand]) => ({ property, value: longhand, important }))
  })
}

/** @param precedence the numbers of the declaration's rule or attribute */
function createCandidate({ property, value, important }: Longhand, precedence: number[]): Candidate {
  return { property, value, precedence: [important ? 1 : 0, ...precedence] }
}

/** Enters a property among the winners, unless one of higher precedence is there. */
function addLonghand(winners: Map<string, Candidate>, longhand: Candidate): void {
  const winner = winners.get(longhand.property)
  if (!winner || comparePrecedence(longhand.precedence, winner.precedence) >= 0)
    winners.set(longhand.property, longhand)
}

function comparePrecedence(first: number[], second: number[]): number {
  const index = first.findIndex((number, at) => number !== second[at])
  return index === -1 ? 0 : (first[index] ?? 0) - (second[index] ?? 0)
}

import { nearest } from '../diagnostics/nearest.ts'

/** What CSS says about properties and their values. */
export interface CssGrammar {
  /** The names of all properties, without prefixed ones. */
  properties: ReadonlySet<string>
  /** Where a value stops to be one of a property's; `undefined` for a valid value. */
  findMismatch(property: string, value: string): Mismatch | undefined
  /** The keywords that a property's values consist of. */
  listKeywords(property: string): ReadonlySet<string>
}

/** The part of a value that does not belong there. */
export interface Mismatch {
  offset: number
  length: number
}

/** Types with so many keywords that a suggestion from all of them would be arbitrary, or that no value has in mail. */
const skippedTypes = /^-non-standard|^system-color$|^counter-style|^custom-ident$|^attr|animateable/

let loaded: Promise<CssGrammar> | undefined

/**
 * Loads the grammar of CSS, that of css-tree. It is loaded only when there is CSS to validate, since it takes longer to
 * load than an issue takes to render.
 */
export function loadCssGrammar(): Promise<CssGrammar> {
  loaded ??= import('css-tree/dist/csstree.esm').then(createGrammar)
  return loaded
}

function createGrammar({ lexer, definitionSyntax }: typeof import('css-tree/dist/csstree.esm')): CssGrammar {
  const properties = new Set(Object.keys(lexer.properties).filter((name) => /^[a-z]/.test(name)))
  const keywordsOf = new Map<string, Set<string>>()
  const collect = (name: string, kind: 'properties' | 'types', found: Set<string>, seen: Set<string>) => {
    const syntax = lexer[kind][name]?.syntax
    if (!syntax || seen.has(`${kind} ${name}`) || skippedTypes.test(name)) return
    seen.add(`${kind} ${name}`)
    definitionSyntax.walk(syntax, ({ type, name: inner }) => {
      if (inner === undefined) return
      if (type === 'Keyword') found.add(inner)
      if (type === 'Type') collect(inner, 'types', found, seen)
      if (type === 'Property') collect(inner, 'properties', found, seen)
    })
  }
  return {
    properties,
    findMismatch(property, value) {
      const { error } = lexer.matchProperty(property, value)
      if (error?.name !== 'SyntaxMatchError') return undefined
      return { offset: error.mismatchOffset ?? 0, length: error.mismatchLength ?? value.length }
    },
    listKeywords(property) {
      const known = keywordsOf.get(property)
      if (known) return known
      const found = new Set<string>()
      collect(property, 'properties', found, new Set())
      keywordsOf.set(property, found)
      return found
    },
  }
}

/** The units of lengths (CSS Values and Units 4, section 6). */
const units = ['px', 'em', 'rem', 'pt', 'pc', 'in', 'cm', 'mm', 'ex', 'ch', 'vw', 'vh']

/**
 * Corrects the most frequent mistakes in a value: a colour without `#`, a number without a unit or with a mistyped one,
 * a space before the unit, and a mistyped keyword.
 * @returns a valid value; `undefined` when none of these corrections leads to one
 */
export function suggestValue(property: string, value: string, grammar: CssGrammar): string | undefined {
  let suggestion = value
  // A value has a few parts at most; each turn corrects the first part that is wrong.
  for (let turn = 0; turn < 6; turn += 1) {
    const mismatch = grammar.findMismatch(property, suggestion)
    if (!mismatch) return suggestion === value ? undefined : suggestion
    const next = correctPart(property, suggestion, mismatch, grammar)
    if (next === undefined || next === suggestion) return undefined
    suggestion = next
  }
  return undefined
}

function correctPart(
  property: string,
  value: string,
  { offset }: Mismatch,
  grammar: CssGrammar,
): string | undefined {
  const before = value.slice(0, offset)
  // A number before a single unit matches as a number where numbers are allowed.
  const spaced = /(\d)\s+(px|em|rem|pt|%)(?![\w-])/i
  if (spaced.test(value)) return value.replace(spaced, '$1$2')
  const word = /^[^\s,/()]+/.exec(value.slice(offset))?.[0]
  if (word === undefined) return undefined
  const after = value.slice(offset + word.length)
  const candidates = listCandidates(property, word, grammar).map((part) => before + part + after)
  const reach = (candidate: string) =>
    grammar.findMismatch(property, candidate)?.offset ?? Number.POSITIVE_INFINITY
  return candidates.find((candidate) => reach(candidate) > offset)
}

function listCandidates(property: string, word: string, grammar: CssGrammar): string[] {
  const [, number, unit] = /^([+-]?(?:\d+\.?\d*|\.\d+))([a-z%]*)$/i.exec(word) ?? []
  const colour = /^(?:[\da-f]{3}|[\da-f]{4}|[\da-f]{6}|[\da-f]{8})$/i.test(word) ? [`#${word}`] : []
  if (number === undefined) {
    const keyword = /^[a-z-]+$/i.test(word) ? nearest(word, grammar.listKeywords(property)) : undefined
    return [...colour, ...(keyword === undefined ? [] : [keyword])]
  }
  if (unit === '') return [...colour, `${number}px`]
  const near = unit && /^[a-z]/i.test(unit) ? units.filter((each) => isOneEdit(unit, each)) : []
  return [...colour, ...near.map((each) => number + each), ...(unit?.startsWith('%') ? [`${number}%`] : [])]
}

/** Whether two units differ by letters that were swapped, left out, doubled or mistyped. */
function isOneEdit(written: string, unit: string): boolean {
  if ([...written.toLowerCase()].sort().join() === [...unit].sort().join()) return true
  return nearest(written, [unit]) !== undefined && written[0]?.toLowerCase() === unit[0]
}

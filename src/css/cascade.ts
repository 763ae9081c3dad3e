import type { Element, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import postcss, { type Container, type Declaration } from 'postcss'
import { findElements } from '../hast/find-element.ts'
import { createMatcher } from './create-matcher.ts'

export type Mode = 'light' | 'dark'

/** What style sheets and the element itself say of how it looks: `color`, `background-color`, `font-size`, … */
export type Declared = Map<string, string>

export interface Cascade {
  /** Whether the message has colours of its own for dark mode, or says that it can do without. */
  knowsDark: boolean
  declaredFor(element: Element, mode: Mode): Declared
}

interface Rule {
  matches: (element: Element) => boolean
  mode: Mode | 'both'
  rank: number[]
  declarations: Declaration[]
}

/** Numbers that say which of two declarations wins, the first that differs. */
type Ranked = { value: string; rank: number[] }

const wanted =
  /^(?:color|background|background-color|background-image|font|font-size|font-weight|display|visibility|opacity)$/i

const dark = /prefers-color-scheme\s*:\s*dark/i

/**
 * The rules of all `<style>`s that hold in light or in dark mode, and the inline styles. Rules for some widths or for
 * some clients (`@supports`, `[data-ogsc]`) are left aside.
 */
export function createCascade(document: Root): Cascade {
  const rules = toRules(document)
  // One style stands on many elements.
  const read = new Map<string, Declaration[]>()
  const parseOnce = (style: string): Declaration[] => {
    const known = read.get(style) ?? parseStyle(style)
    read.set(style, known)
    return known
  }
  return {
    knowsDark: declaresDark(document) || rules.some(({ mode }) => mode === 'dark'),
    declaredFor: (element, mode) => {
      const winners = new Map<string, Ranked>()
      for (const rule of rules) {
        if (rule.mode !== 'both' && rule.mode !== mode) continue
        if (!rule.matches(element)) continue
        for (const declaration of rule.declarations) enter(winners, declaration, [0, ...rule.rank])
      }
      for (const declaration of parseOnce(String(element.properties.style ?? '')))
        enter(winners, declaration, [1])
      return new Map([...winners].map(([name, { value }]) => [name, value]))
    },
  }
}

/** `<meta name="color-scheme" content="light dark">`, or the same in CSS. */
function declaresDark(document: Root): boolean {
  const metas = findElements(document, 'meta').map(({ properties }) => properties)
  return (
    metas.some(({ name, content }) => name === 'color-scheme' && /dark/.test(String(content))) ||
    findElements(document, 'style').some((style) => /color-scheme\s*:[^;}]*dark/.test(toText(style)))
  )
}

function toRules(document: Root): Rule[] {
  const toTest = createMatcher(document)
  const rules: Rule[] = []
  for (const style of findElements(document, 'style')) {
    const media = String(style.properties.media ?? '')
    parse(toText(style)).walkRules((rule) => {
      const mode = toMode([media, ...toConditions(rule.parent)])
      const declarations = rule.nodes
        .filter((node) => node.type === 'decl')
        .filter(({ prop }) => wanted.test(prop))
      if (!mode || declarations.length === 0) return
      for (const selector of rule.selectors) {
        const matches = toTest(selector)
        if (matches)
          rules.push({ matches, mode, rank: [...specificity(selector), rules.length], declarations })
      }
    })
  }
  return rules
}

function parse(css: string): Container {
  try {
    return postcss.parse(css)
  } catch {
    return postcss.root()
  }
}

/** The declarations of a `style` attribute; none when it cannot be read. */
function parseStyle(style: string): Declaration[] {
  if (!/color|background|font|display|visibility|opacity/i.test(style)) return []
  return (parse(style).nodes ?? [])
    .filter((node) => node.type === 'decl')
    .filter(({ prop }) => wanted.test(prop))
}

function toConditions(parent: unknown): string[] {
  const node = parent as { type?: string; name?: string; params?: string; parent?: unknown } | undefined
  if (node?.type !== 'atrule') return []
  return [node.name === 'media' ? (node.params ?? '') : `@${node.name}`, ...toConditions(node.parent)]
}

function toMode(conditions: string[]): Rule['mode'] | undefined {
  const rest = conditions.filter((condition) => !/^\s*(?:(?:only\s+)?(?:all|screen))?\s*$/i.test(condition))
  if (rest.length === 0) return 'both'
  const isDark = rest.every(
    (condition) => dark.test(condition) && !/width|print|height|pixel/i.test(condition),
  )
  return isDark ? 'dark' : undefined
}

/** How closely a selector names what it matches: ids, then classes and attributes, then elements. */
function specificity(selector: string): number[] {
  const text = selector.replace(/:(?:not|is|has)\(/g, ' ')
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length
  return [
    count(/#[\w-]+/g),
    count(/\.[\w-]+|\[[^\]]*\]|:(?!:)[a-z-]+/g),
    count(/(?:^|[\s>+~,(])[a-z][\w-]*/gi),
  ]
}

/** Takes a declaration in, in its long forms, unless a stronger one is there. */
function enter(winners: Map<string, Ranked>, { prop, value, important }: Declaration, rank: number[]): void {
  const whole = [important ? 1 : 0, ...rank]
  for (const [name, text] of toLongForms(prop.toLowerCase(), value)) {
    const known = winners.get(name)
    if (!known || compare(whole, known.rank) >= 0) winners.set(name, { value: text, rank: whole })
  }
}

function compare(one: number[], other: number[]): number {
  const index = one.findIndex((number, at) => number !== other[at])
  return index === -1 ? 0 : (one[index] ?? 0) - (other[index] ?? 0)
}

function toLongForms(name: string, value: string): [string, string][] {
  if (name === 'background') {
    const picture = /(?:url|gradient|image-set)\(/i.test(value) ? value : 'none'
    const plain = value.replace(/\b(?:url|[a-z-]*gradient|image-set)\((?:[^()]|\([^()]*\))*\)/gi, ' ')
    const colour = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^()]*\)/i.exec(plain)?.[0]
    const word = plain.split(/[\s,/]+/).find((part) => /^[a-z]+$/i.test(part) && !layout.test(part))
    return [
      ['background-image', picture],
      ['background-color', colour ?? word ?? 'transparent'],
    ]
  }
  if (name !== 'font' || /^\s*inherit\s*$/i.test(value)) return name === 'font' ? [] : [[name, value]]
  const [, before = '', size = ''] = /^(.*?)(?:^|\s)([\d.]+(?:px|pt|r?em|%))/.exec(value) ?? []
  const weight = /\b(?:bold(?:er)?|[1-9]00)\b/i.exec(before)?.[0] ?? 'normal'
  return size === ''
    ? []
    : [
        ['font-size', size],
        ['font-weight', weight],
      ]
}

/** Words of `background` that are no colours. */
const layout =
  /^(?:none|initial|repeat|no|x|y|space|round|scroll|fixed|local|left|right|top|bottom|center|cover|contain|auto)$/i

import type { Rule } from 'postcss'
import { parseStyleSheet } from '../css/parse-css.ts'
import { isKeyframe } from '../css/selectors.ts'
import { hasSameLetters, isWithinEdits, nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import { htmlElements } from '../parse/html-elements.ts'
import type { TemplateSource } from './template-source.ts'

/** The names that a style sheet's selectors can match. */
export interface KnownNames {
  /** The classes and ids of the templates. */
  classes: ReadonlySet<string>
  /** Every word that could be one: in templates, in shipped style sheets, in issues and in the config. */
  words: ReadonlySet<string>
}

/** Classes and ids that mail clients and providers add or look for. */
const clientName =
  /^(?:ExternalClass|ReadMsgBody|outlook|moz-|gmail|yahoo|yshortcuts|apple|Mso|mso|MessageViewBody|MessageWebView|aolmail|owa|ii$|im$|gt$|x_|bodyContainer|mc|hse?-|bee|kl-)/i

/**
 * Collects the names that selectors can match.
 * @param texts.markup the texts of all templates in HTML
 * @param texts.sheets the shipped style sheets, which have the classes that rendering adds
 * @param texts.issues the issues, in whose HTML there may be classes
 */
export function collectNames(texts: Record<'markup' | 'sheets' | 'issues', readonly string[]>): KnownNames {
  const written = listClasses(texts.markup)
  const styled = texts.sheets.flatMap((text) =>
    [...text.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name),
  )
  const words = Object.values(texts).flatMap((each) => each.flatMap((text) => text.match(/[\w-]+/g) ?? []))
  const classes = [...written, ...styled].filter((name) => /^[a-z][\w-]*$/i.test(name))
  return { classes: new Set(classes), words: new Set(words) }
}

/** Lists the classes and ids in HTML, without what Liquid prints of them. */
export function listClasses(markup: readonly string[]): string[] {
  return markup.flatMap((text) =>
    [...text.matchAll(/\b(?:class|id)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].flatMap(([, double, single]) =>
      (double ?? single ?? '').replace(/\{[{%][\s\S]*?[}%]\}/g, ' ').split(/\s+/),
    ),
  )
}

/**
 * Warns of a selector in the newsletter's own style sheet that matches nothing of its templates and issues, but would
 * match with one letter or two changed: `.buton`. Each name is reported once.
 */
export function validateSelectors(source: TemplateSource, names: KnownNames): void {
  const reported = new Set<string>()
  parseStyleSheet(String(source.file)).walkRules((rule) => {
    if (isKeyframe(rule) || rule.selector.includes('//')) return
    for (const { name, sign, offset } of findNames(rule)) {
      const expected = reported.has(sign + name) ? undefined : findExpected(name, sign, names)
      if (expected === undefined) continue
      reported.add(sign + name)
      report(source.file, `Unexpected selector \`${sign}${name}\`, expected \`${sign}${expected}\``, {
        ruleId: 'css-selector',
        severity: 'warning',
        place: source.placeOf((rule.source?.start?.offset ?? 0) + offset, sign.length + name.length),
        note: 'Nothing in the templates or issues of this newsletter has this name, so that the rule has no effect.',
      })
    }
  })
}

interface SelectorName {
  name: string
  /** `.` of a class, `#` of an id; empty for an element. */
  sign: string
  /** In the selector. */
  offset: number
}

function findNames({ selector }: Rule): SelectorName[] {
  // Attributes, strings and the names of pseudo-classes are no names of elements.
  const plain = selector.replace(/\[[^\]]*\]|::?[a-z-]+|\/\*[\s\S]*?\*\//gi, (match) =>
    ' '.repeat(match.length),
  )
  return [...plain.matchAll(/([.#]?)(-?[a-z_][\w-]*)/gi)]
    .filter(({ index }) => !/[\\|]/.test(selector.slice(Math.max(0, index - 1), index + 1)))
    .map(({ 1: sign = '', 2: name = '', index }) => ({ name, sign, offset: index }))
}

function findExpected(name: string, sign: string, { classes, words }: KnownNames): string | undefined {
  if (sign === '') {
    const isKnown = htmlElements.has(name.toLowerCase()) || /[-\\:]/.test(name) || words.has(name)
    return isKnown ? undefined : closest(name, htmlElements)
  }
  if (words.has(name) || clientName.test(name)) return undefined
  return closest(name, classes)
}

/** Names that differ in a digit (`col-1`) are names of their own, and short ones are similar by chance. */
function closest(name: string, known: Iterable<string>): string | undefined {
  if (name.length < 4) return undefined
  const all = [...known]
  const near = all.find((each) => hasSameLetters(name, each)) ?? nearest(name, all)
  if (near === undefined || name.replace(/\d/g, '') === near.replace(/\d/g, '')) return undefined
  return hasSameLetters(name, near) || isWithinEdits(name, near, name.length >= 8 ? 2 : 1) ? near : undefined
}

import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { type CjkLanguage, findCjkLanguage } from '../language-tag.ts'
import { isCjkOrKorean } from '../typeset/cjk.ts'
import { detectCjkLanguage, isMostlyCjk } from '../typeset/detect-cjk-language.ts'
import { splitLastCharacters } from '../typeset/split-last-characters.ts'
import { someText } from './some-text.ts'

/** Elements that browsers and style sheets set in italics. */
const slanted = new Set(['em', 'i', 'cite', 'dfn', 'var'])
/** Elements that have a language of their own, if their text is in one. */
const paragraphs = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'ul',
  'ol',
  'li',
  'dt',
  'dd',
  'table',
  'td',
  'th',
])
const verbatim = new Set(['pre', 'code', 'kbd', 'samp'])

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** What marks above or below each character would look odd on. */
const otherLetter =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー])[\p{L}\p{N}]/u
/** Marks are for words, not for sentences. */
const maxMarked = 16

/**
 * Applies what Chinese, Japanese and Korean typography asks for, in place: emphasis that is not slanted, no single
 * character in the last line of a heading, and the language of paragraphs that are in another one. The style sheet has a
 * rule for each of the classes.
 * @param lang the language
 */
export function applyCjkRules(tree: Root, lang: string): void {
  if (someText(tree, isCjkOrKorean)) applyToChildren(tree, findCjkLanguage(lang))
}

function applyToChildren(parent: Root | Element, around: CjkLanguage | undefined): void {
  for (const child of parent.children) {
    if (child.type !== 'element' || verbatim.has(child.tagName)) continue
    const language = resolveLanguage(child, around)
    if (slanted.has(child.tagName)) setUpright(child, parent, language)
    if (/^h[1-6]$/.test(child.tagName)) joinEnd(child)
    applyToChildren(child, language)
  }
}

/** The language of an element: its own `lang`, or that of its text, which is then marked; else that of the text around it. */
function resolveLanguage(element: Element, around: CjkLanguage | undefined): CjkLanguage | undefined {
  const { properties, tagName } = element
  if (typeof properties.lang === 'string') return findCjkLanguage(properties.lang)
  if (!paragraphs.has(tagName)) return around
  const text = toText(element)
  const found = isMostlyCjk(text) ? detectCjkLanguage(text) : undefined
  // Chinese characters alone may be a name or a title in any of these languages.
  if (found === undefined || found === 'zh' || found === around) return around
  if (around?.startsWith('zh') && found.startsWith('zh')) return around
  properties.lang = found
  addClasses(element, 'cjk', found.toLowerCase())
  return found
}

/** Sets emphasis in Chinese, Japanese or Korean upright, since their fonts have no italics. */
function setUpright(element: Element, parent: Root | Element, language: CjkLanguage | undefined): void {
  const text = toText(element)
  if (!cjk.test(text)) return
  if (isAlone(element, parent)) {
    // Like a note or a caption, which is set apart as a whole.
    addClasses(element, 'level', 'soft')
    return
  }
  addClasses(element, 'upright')
  const isMarked = element.tagName === 'em' && text.length <= maxMarked && !otherLetter.test(text)
  const resolved = language ?? detectCjkLanguage(text)
  if (isMarked && resolved !== 'ko') addClasses(element, resolved === 'ja' ? 'marked' : 'underdotted')
}

function isAlone(element: Element, { type, children }: Root | Element): boolean {
  return type === 'element' && children.every((child) => child === element || isBlank(child))
}

function isBlank(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

/** Joins the last two characters of a heading, for the clients that do not know `text-wrap: balance`. */
function joinEnd(heading: Element): void {
  const last = heading.children.at(-1)
  const parts = last?.type === 'text' ? splitLastCharacters(last.value) : undefined
  if (!parts) return
  const [start, end] = parts
  const joined: ElementContent = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['end'] },
    children: [{ type: 'text', value: end }],
  }
  heading.children.splice(-1, 1, { type: 'text', value: start }, joined)
}

function addClasses({ properties }: Element, ...names: string[]): void {
  const { className } = properties
  properties.className = [...(Array.isArray(className) ? className : []), ...names]
}

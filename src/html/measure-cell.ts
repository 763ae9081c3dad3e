import type { Element, ElementContent } from 'hast'
import { estimateTextWidth } from '../typeset/estimate-text-width.ts'

/** What a cell of a table needs, in CSS pixels at a font size of 15 pixels and without padding. */
export interface CellMeasure {
  /** The width of its longest word that stays whole. */
  word: number
  /** The width that its longest word that may be broken should have on a phone; 0 without one. */
  longWord: number
  /** The width of its longest line, or of what is enough of a long one. */
  line: number
  /** Whether it has a word that may be broken, such as an address. */
  isLong: boolean
  /** Whether it is one short value that stays on one line although it has a space or a hyphen: `2 GB`, `2024-11-28`. */
  isUnit: boolean
}

/** The width that is enough for a line of text, and for a word that may be broken. */
const enoughForLine = 300
const enoughForLongWord = 72
/** The same on a phone for what is no word of letters: a row can become a record, in which an address has the whole width. */
const enoughOnPhone = 140

/** Words of letters may have more characters than others, such as addresses and identifiers, before they may be broken. */
const maxLetters = 24
export const maxCharacters = 14
const number = /^[\p{N}\p{P}\p{Sc}\p{Sm}]{1,24}$/u

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。]/u
const shortCjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,6}$/u
/** A number or a date, with a sign or a unit of a few letters. */
const value = /^[^\p{L}]{0,4}\p{N}[^\p{L}]*(?:\p{L}{1,3}[^\p{L}]?)?$/u
const maxValue = 16

/** Where lines may be broken: at spaces, after a hyphen between letters, and around Chinese and Japanese characters. */
const breaks = new RegExp(
  `[\\s\\u200b\\u00ad]+|(?<=\\p{L}-)(?=\\p{L})|(?=${cjk.source})|(?<=${cjk.source})`,
  'u',
)

const lineBreaks = new Set(['br', 'div', 'li', 'p', 'td', 'tr'])

/**
 * Measures a cell of a table by its text.
 * @param room the width of the table, in CSS pixels: a word that is wider may be broken
 */
export function measureCell(cell: Element, room: number): CellMeasure {
  const text = extractText(cell).trim()
  const isCode = hasElement(cell, 'code')
  // A header is bold as well, but smaller.
  const scale = hasElement(cell, 'strong') && cell.tagName !== 'th' ? 1.08 : 1
  const measure = (part: string) => estimateTextWidth(part, isCode) * scale
  const isUnit = shortCjk.test(text) || (text.length <= maxValue && value.test(text))
  const words = isUnit ? [text] : text.split(breaks)
  const lines = text.split('\n').map(measure)
  const isLong = (word: string) => isLongWord(word) || measure(word) > room
  const long = words.filter(isLong)
  const whole = words.filter((word) => !isLong(word)).map(measure)
  return {
    word: Math.max(0, ...whole, long.length > 0 ? enoughForLongWord : 0),
    longWord: Math.max(
      0,
      ...long.map((word) => (isLetters(word) ? measure(word) : Math.min(enoughOnPhone, measure(word)))),
    ),
    line: Math.min(enoughForLine, Math.max(0, ...lines)),
    isLong: long.length > 0,
    isUnit,
  }
}

function isLongWord(word: string): boolean {
  if (number.test(word)) return false
  return word.length > (isLetters(word) ? maxLetters : maxCharacters)
}

function isLetters(word: string): boolean {
  return /^\p{L}+\p{P}?$/u.test(word)
}

/** The text with a line break where an element makes one, and a space where a word may be broken. */
function extractText({ children }: Element): string {
  return children.map(extractChild).join('')
}

function extractChild(node: ElementContent): string {
  if (node.type === 'text') return node.value.replaceAll('\n', ' ')
  if (node.type !== 'element') return ''
  if (node.tagName === 'wbr') return '\u200b'
  return lineBreaks.has(node.tagName) ? `\n${extractText(node)}\n` : extractText(node)
}

function hasElement({ children }: Element, name: string): boolean {
  return children.some(
    (child) => child.type === 'element' && (child.tagName === name || hasElement(child, name)),
  )
}

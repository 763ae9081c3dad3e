import { expect, test } from 'vitest'
import { isCjk, isCjkOrKorean, isSpacelessBreak } from '../../src/typeset/cjk.ts'
import { detectCjkLanguage, isMostlyCjk } from '../../src/typeset/detect-cjk-language.ts'
import { splitLastCharacters } from '../../src/typeset/split-last-characters.ts'
import { findForeignDirection, hasRightToLeft } from '../../src/typeset/text-direction.ts'

/** Every character of Unicode that is no half of a pair. */
const characters = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))

const without = (quick: (text: string) => boolean) => characters.filter((character) => !quick(character))

test('a text without Chinese, Japanese or Korean characters has nothing that their rules apply to', () => {
  const others = without(isCjkOrKorean)
  expect(others.filter(isMostlyCjk)).toEqual([])
  expect(others.filter((each) => detectCjkLanguage(each) !== undefined)).toEqual([])
  expect(others.filter((each) => splitLastCharacters(`Some title ${each}${each}`) !== undefined)).toEqual([])
})

test('a text without Chinese or Japanese characters has no line break that is no space', () => {
  const others = without(isCjk)
  expect(others.filter((each) => isSpacelessBreak(each, each) || isSpacelessBreak('a', each))).toEqual([])
})

test('a text without a character from right to left has no part in this direction', () => {
  expect(without(hasRightToLeft).filter((each) => findForeignDirection(each, 'ltr') === 'rtl')).toEqual([])
})

test('the quick tests find these scripts', () => {
  expect(['語', 'か', '한', '、'].every(isCjkOrKorean)).toBe(true)
  expect(['א', 'ب', '\u200f'].every(hasRightToLeft)).toBe(true)
})

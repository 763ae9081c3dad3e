import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/typeset/display-width.ts'
import { indent } from '../../src/typeset/indent.ts'
import { underline } from '../../src/typeset/underline.ts'

describe('displayWidth', () => {
  test.each([
    ['漢字', 4],
    ['Ünï', 3],
    ['Привет', 6],
    ['한글', 4],
    ['か\u3099', 2],
    ['e\u0301', 1],
    ['👩‍💻', 2],
    ['🇩🇪', 2],
    ['ｶﾅ', 2],
    ['✍️', 2],
    ['—…①', 3],
    ['a\u200Bb', 2],
    ['\uE000\uE001', 2],
  ])('of %s is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  test('of each character up to the first ideographs, once and twice, is that of string-width', () => {
    const characters = Array.from({ length: 0x3400 - 0x20 }, (_, index) => String.fromCharCode(0x20 + index))
    const texts = characters.flatMap((character) => [character, character.repeat(2)])
    expect(texts.filter((text) => displayWidth(text) !== stringWidth(text))).toEqual([])
  })

  // `build.mjs` replaces the first of these in string-width.
  test('expressions for an emoji of one character match the same', () => {
    const script = join(import.meta.dirname, 'compare-emoji.mjs')
    const { different, emoji } = JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' }))
    expect(different).toEqual([])
    expect(emoji).toBeGreaterThan(1000)
  })

  test('sequences of emoji have a sign of one', () => {
    const signs = /[\u200D\u20E3\u{E007F}\p{Regional_Indicator}\p{Emoji_Modifier}]/u
    const sequences = [
      '👩‍🚀',
      '👁️‍🗨️',
      '🕵🏻‍♂️',
      '1️⃣',
      '🇨🇭',
      '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
      '👍🏽',
    ]
    expect(sequences.filter((sequence) => !signs.test(sequence) || displayWidth(sequence) !== 2)).toEqual([])
  })
})

describe('indent', () => {
  test('prefixes every line, and leaves no space on a blank one', () => {
    expect(indent('a\n\nb', '> ')).toBe('> a\n>\n> b')
    expect(indent('a\n\nb', '  ', '- ')).toBe('- a\n\n  b')
  })
})

describe('underline', () => {
  test('is as wide as the widest line', () => {
    expect(underline('Straße', '=')).toBe('Straße\n======')
    expect(underline('漢字', '-')).toBe('漢字\n----')
    expect(underline('a long\nheading', '=')).toBe('a long\nheading\n=======')
  })

  test('is never two dashes, which would open a signature', () => {
    expect(underline('OK', '-')).toBe('OK\n---')
  })

  test('ends where the line ends', () => {
    expect(underline('x'.repeat(100), '=', 72)).toBe(`${'x'.repeat(100)}\n${'='.repeat(72)}`)
  })
})

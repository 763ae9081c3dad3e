import { describe, expect, test } from 'vitest'
import { displayWidth } from '../../src/typeset/display-width.ts'
import { wrap } from '../../src/typeset/wrap.ts'

const lines = (text: string, width: number) => wrap(text, { width }).split('\n')

describe('Latin prose', () => {
  test('breaks at spaces, and fills a line to its last column', () => {
    expect(lines('one two three four', 9)).toEqual(['one two', 'three', 'four'])
    expect(lines('aaaa bbbb cccc ddddd', 20)).toEqual(['aaaa bbbb cccc ddddd'])
    expect(lines('aaaa bbbb cccc dddddd', 20)).toEqual(['aaaa bbbb cccc', 'dddddd'])
  })

  test.each([
    '24/7',
    'and/or',
    'e-mail',
    'v1.2-rc1',
    '/usr/local/bin',
    'a+b',
    'x=y',
    '50%',
    'foo--bar',
    '$5-$10',
  ])('never breaks inside %s', (word) => {
    const text = Array.from({ length: 40 }, () => word).join(' ')
    expect(lines(text, 17).flatMap((line) => line.split(' '))).toEqual(text.split(' '))
  })

  test('breaks after an em dash, not before it, nor where it opens a word', () => {
    expect(lines('abcdefgh—ijklmnop—qrstuvwx', 18)).toEqual(['abcdefgh—ijklmnop—', 'qrstuvwx'])
    expect(lines('aaaaaaaaaaaaaaa —bbbbbbbbbbbbb', 18)).toEqual(['aaaaaaaaaaaaaaa', '—bbbbbbbbbbbbb'])
  })

  test.each(['//other.tld/:keyfile=/path', '/usr/bin', './run', '../up', '.env'])(
    'breaks before %s as before any other word',
    (path) => {
      expect(lines(`aaaa bbbb cccc ddd ${path} eeee ffff gggg hhhh`, 18)[1]).toMatch(path)
      expect(lines(`aaaa bbbb cccc ddd ${path} eeee ffff gggg hhhh`, 18)[0]).toBe('aaaa bbbb cccc ddd')
    },
  )

  test.each(['vrai !', 'faux ?', 'oui ;', 'non :', '24 /'])('keeps %s together', (pair) => {
    for (let before = 1; before < 40; before++)
      expect(lines(`${'ab '.repeat(before)}${pair} cd`, 20).some((line) => line.includes(pair))).toBe(true)
  })

  test('never breaks at a no-break space', () => {
    expect(lines('aaaaaaaaaaaa bbbb\u00a0cccc', 18)).toEqual(['aaaaaaaaaaaa', 'bbbb\u00a0cccc'])
  })

  test('keeps what is too long whole', () => {
    expect(lines(`a ${'b'.repeat(300)} c`, 20)).toEqual(['a', 'b'.repeat(300), 'c'])
  })

  test('keeps its own line breaks, of every kind', () => {
    expect(lines('a\nb\r\nc\u2028d\n\ne', 20)).toEqual(['a', 'b', 'c', 'd', '', 'e'])
  })

  test('wraps nothing at width 0', () => {
    expect(wrap('a '.repeat(200), { width: 0, first: '> ' })).toBe(`> ${'a '.repeat(200)}`.trimEnd())
  })
})

describe('the start of a line', () => {
  test.each(['-', '–', '*', '+', '--', '>', '>>', '1.', '42)', '[1]', '[a],', '?', '»', '#'])(
    'is never %s',
    (sign) => {
      for (let before = 1; before < 40; before++) {
        const text = `${'ab '.repeat(before)}${sign} ${'cd '.repeat(20)}`
        expect(lines(text, 20).filter((line) => line.startsWith(`${sign} `) || line === sign)).toEqual([])
      }
    },
  )

  test('« does not end one', () => {
    expect(lines('aaaa bbbb cccc ddd « eeee »', 20)).toEqual(['aaaa bbbb cccc ddd', '« eeee »'])
    expect(lines('aaaa bbbb « cccc dddd » eeee', 21)).toEqual(['aaaa bbbb « cccc', 'dddd » eeee'])
    expect(lines('aaaa bbbb cccc dd »cccc« dddd', 18)).toEqual(['aaaa bbbb cccc dd', '»cccc« dddd'])
    expect(lines('aaaa bbbb « cccc » (dd)', 18)).toEqual(['aaaa bbbb', '« cccc » (dd)'])
    expect(lines('aaaa bbbb »cccc« dddd', 16)).toEqual(['aaaa bbbb »cccc«', 'dddd'])
  })
})

describe('URLs and merge tags', () => {
  const url = 'https://example.com/a-b/c—d/日本語/?q=1&r=2'
  test.each([
    url,
    `<${url}>`,
    '<https://example.com/a b c d e f>',
    'mailto:a@example.com?subject=日本語の題',
  ])('%s stays whole', (whole) => {
    expect(lines(`before it ${whole} after it`, 20)).toContain(whole)
  })

  test('a run of private-use characters is one word, apart from ideographs around it', () => {
    const tag = '\uE000\uE101\uE100\uE001\uE001\uE001\uE001\uE001\uE001\uE001\uE001\uE002'
    expect(lines(`Hello my dear ${tag}, you`, 20)).toEqual(['Hello my dear', `${tag}, you`])
    expect(lines(`日本語日本語${tag}日本語`, 20)).toEqual(['日本語日本語', `${tag}日本語`])
  })
})

describe('other scripts', () => {
  test('Japanese and Chinese break anywhere but before closing and after opening punctuation', () => {
    const text = '「吾輩は、猫である。」名前はまだ（無い）。どこでー生れッたか！？とんと'
    for (let width = 16; width < 40; width++) {
      for (const line of lines(text, width)) {
        expect(line).not.toMatch(/^[、。」）ーッ！？]/)
        expect(line).not.toMatch(/[「（]$/)
        expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }
      expect(lines(text, width).join('')).toBe(text)
    }
  })

  test('Latin words among ideographs stay whole', () => {
    const text = '本周的Newsletter包括有关Bitcoin的24/7信息和v1.2-rc1版本'
    for (let width = 16; width < 30; width++) {
      const broken = lines(text, width)
      expect(broken.join('')).toBe(text)
      for (const word of ['Newsletter', 'Bitcoin', '24/7', 'v1.2-rc1']) {
        expect(broken.some((line) => line.includes(word))).toBe(true)
      }
    }
  })

  test('Korean breaks at spaces', () => {
    const text = '이번 주 뉴스레터에는 비트코인 코어의 첫 번째 출시 후보에'
    expect(lines(text, 20).join(' ')).toBe(text)
    expect(lines(text, 20).length).toBeGreaterThan(2)
  })

  test('Thai breaks between the words of the dictionary', () => {
    expect(lines('ภาษาไทยเป็นภาษาที่สวยงาม', 16)).toEqual(['ภาษาไทยเป็นภาษาที่', 'สวยงาม'])
  })

  test('an emoji of several code points stays whole', () => {
    const family = '👨‍👩‍👧‍👦'
    const text = Array.from({ length: 12 }, () => family).join(' ')
    for (const line of lines(text, 17)) expect(line).toMatch(new RegExp(`^${family}(?: ${family})*$`, 'u'))
  })
})

describe('prefixes', () => {
  test('hang', () => {
    expect(wrap('one two three four five six', { width: 18, first: '- ', rest: '  ' })).toBe(
      '- one two three\n  four five six',
    )
  })

  test('stand on every line, without a space on a blank one', () => {
    expect(wrap('one two three four\n\nfive', { width: 18, first: '> ' })).toBe(
      '> one two three\n> four\n>\n> five',
    )
  })
})

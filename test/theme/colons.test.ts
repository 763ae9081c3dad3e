/** The colon belongs to the wording, since its form and the space before it differ by language. */
import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { parseYaml } from '../../src/yaml/parse-yaml.ts'

const templates = loadTemplates()
const layouts = [...templates].filter(([path]) => /\.(?:html|txt)$/.test(path))

/** The colons that a template prints itself after a word of its variables. */
function findOwnColons(source: string): string[] {
  const printed = /\}\}(?:<[^>]*>|\{%[^%]*%\}|\s)*[:：](?=\s|[{<]|$)/gu
  const added = /\b(?:append|prepend):\s*(?:"[^"]*[:：][^"]*"|'[^']*[:：][^']*')/gu
  return [printed, added].flatMap((pattern) => source.match(pattern) ?? [])
}

describe('no layout has a colon of its own', () => {
  test.each(layouts)('%s', (_, file) => {
    expect(findOwnColons(String(file))).toEqual([])
  })

  test('after a word, across tags and through a filter, where the test would see it', () => {
    expect(findOwnColons('{{ strings.unsubscribe }}: {{ url }}')).toHaveLength(1)
    expect(findOwnColons('<b>{{ strings.note }}</b>{% if a %} ：')).toHaveLength(1)
    expect(findOwnColons('{{ label | append: ":" }}')).toHaveLength(1)
    expect(findOwnColons('{{ strings.unsubscribe }}{{ strings.colon }}')).toEqual([])
    expect(findOwnColons('<p style="width:{{ width }}px">')).toEqual([])
  })
})

describe('the wording has the colon of its language', () => {
  const file = templates.get('default/strings.yml')
  const wording = file && (parseYaml(String(file), file).value as Record<string, Record<string, string>>)
  const texts = Object.entries(wording ?? {}).flatMap(([lang, strings]) =>
    Object.entries(strings).map(([key, text]) => ({ lang, key, text })),
  )

  test('full-width in Chinese and Japanese', () => {
    const own = texts.filter(({ lang }) => /^(?:zh|ja)/.test(lang))
    expect(own.length).toBeGreaterThan(50)
    expect(own.filter(({ text }) => text.includes(':'))).toEqual([])
    expect(own.filter(({ key }) => key === 'colon').map(({ lang, text }) => `${lang} ${text}`)).toEqual(
      ['ja', 'zh', 'zh-TW', 'zh-Hant', 'zh-HK'].map((lang) => `${lang} ：`),
    )
  })

  test('after a no-break space in French, as other marks of two parts', () => {
    const own = texts.filter(({ lang }) => lang === 'fr')
    expect(own.filter(({ text }) => /(?<!\u00A0)[:;!?]/u.test(text))).toEqual([])
    expect(own.find(({ key }) => key === 'colon')?.text).toBe('\u00A0: ')
  })

  test('in every other language close to the word', () => {
    const others = texts.filter(({ lang }) => !/^(?:zh|ja|fr)/.test(lang))
    expect(others.filter(({ text }) => /[\s\u00A0][:：]|：/u.test(text))).toEqual([])
  })
})

/** Frequent mistakes in YAML are reported once, in plain words, with the line to write instead. */
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../src/yaml/parse-yaml.ts'

function find(value: string) {
  const file = new VFile({ path: 'a.yml', value })
  const { value: data } = parseYaml(value, file)
  return { data, messages: file.messages }
}

describe('a text that needs quotation marks', () => {
  test.each([
    ['subject: Autumn: the news', '1:10-1:26', 'Unexpected `: ` in a text', 'subject: "Autumn: the news"'],
    ['subject: What now:', '1:10-1:19', 'Unexpected `: ` in a text', 'subject: "What now:"'],
    ['url: http://a.example: b', '1:6-1:25', 'Unexpected `: ` in a text', 'url: "http://a.example: b"'],
    [
      "subject: 'It''s Ann's tea'",
      '1:10-1:27',
      "Unexpected text after `'It''s Ann'`",
      `subject: "It's Ann's tea"`,
    ],
    ['subject: "Tea" and cake', '1:10-1:24', 'Unexpected text after `"Tea"`', `subject: '"Tea" and cake'`],
    ['subject: [Update] News', '1:10-1:23', 'Unexpected text after `[Update]`', 'subject: "[Update] News"'],
    ['subject: - Foo', '1:10-1:15', 'Unexpected `-`', 'subject: "- Foo"'],
    ['subject: @home', '1:10-1:15', 'Unexpected `@`', 'subject: "@home"'],
    ['subject: 50\nname: %off', '2:7-2:11', 'Unexpected `%`', 'name: "%off"'],
    ['subject: ? what', '1:10-1:16', 'Unexpected `?`', 'subject: "? what"'],
    ['subject: *bold* word', '1:10-1:21', 'Unexpected `*bold*`', 'subject: "*bold* word"'],
    ['subject: > quoted', '1:10-1:18', 'Unexpected `>`', 'subject: "> quoted"'],
    ['tags:\n  - C: a language\n  - @home', '3:5-3:10', 'Unexpected `@`', '- "@home"'],
  ])('%j', (value, place, reason, typed) => {
    const { messages, data } = find(value)
    expect(messages.map(String)).toEqual([expect.stringContaining(`a.yml:${place}: ${reason}`)])
    expect(messages[0]).toMatchObject({ ruleId: 'yaml-syntax', fatal: true })
    expect(messages[0]?.note).toBe(`Put quotation marks around all of it: \`${typed}\`.`)
    expect(data).toBeUndefined()
  })
})

describe('a text that would lose its first word', () => {
  test.each([
    ['subject: !important Tea', '1:10-1:24', '`!important`', 'subject: "!important Tea"'],
    ['subject: &Sons are here', '1:10-1:24', '`&Sons`', 'subject: "&Sons are here"'],
    ['subject: *starred', '1:10-1:18', '`*starred`', 'subject: "*starred"'],
  ])('%j', (value, place, word, typed) => {
    const { messages } = find(value)
    expect(messages.map(String)).toEqual([
      `a.yml:${place}: Unexpected ${word} at the beginning of a text without quotation marks`,
    ])
    expect(messages[0]?.note).toContain(`\`${typed}\``)
  })
})

describe('mistakes of structure', () => {
  test.each([
    ['subject: Foo\n  bar: baz', '2:3-2:11', 'Unexpected `bar: baz` below a text'],
    ['subject: Foo\r\n  bar: baz\r\n', '2:3-2:11', 'Unexpected `bar: baz` below a text'],
    ['subject: Foo\nbar', '2:1-2:4', 'Missing `:` in `bar`'],
    ['subject：Foo\nname: b', '1:8-1:9', 'Unexpected wide colon `：` after `subject`, expected `: `'],
    ['name: b\nsubject：Foo', '2:8-2:9', 'Unexpected wide colon `：` after `subject`, expected `: `'],
    ['subject:Foo\nname: b', '1:1-1:12', 'Missing space after `subject:`'],
    ['subject: "Foo\nname: b', '1:10-1:11', 'Missing closing quotation mark'],
    ['tags: [a, b', '1:12-1:12', 'Missing closing `]`'],
    ['subject: "C:\\d"', '1:13-1:14', 'Unexpected `\\d` between double quotation marks'],
    ['name: a\nname: b', '2:1-2:5', 'Unexpected second `name`, expected each key once'],
    ['name: a\n...\nsubject: b', '3:1-3:11', 'Unexpected text after a line that ends the YAML'],
    ['a:\n\t- b', '2:1-2:2', 'Unexpected tab, expected spaces'],
    ['a: Foo\n  # note\n  more', '3:3-3:7', 'Unexpected indentation, expected that of the lines above'],
  ])('%j', (value, place, reason) => {
    expect(find(value).messages.map(String)).toEqual([`a.yml:${place}: ${reason}`])
  })
})

test('two mistakes that do not depend on each other are both reported', () => {
  const { messages } = find('subject: Autumn: the news\nname: a\npreheader: Tea: and cake\n')
  expect(messages.map(({ line }) => line)).toEqual([1, 3])
})

test.each([
  'subject: "Autumn: the news"',
  'base: &base\n  a: 1\nother: *base',
  'text: |\n  a: b\n  - c',
  'subject: Tea & cake, 5 * 3! And 10:30',
  "subject: 'It''s tea'",
  'time: 10:30\nurl: https://example.com/#a',
  'tags: [a, "b: c"]\nmap: { a: 1 }',
])('%j is right', (value) => {
  const { messages, data } = find(value)
  expect(messages.map(String)).toEqual([])
  expect(data).toBeTypeOf('object')
})

describe('a value with commas between braces', () => {
  test.each([
    ['theme: { accent: rgb(1,2,3) }', '1:18-1:28', 'rgb(1,2,3)'],
    ['theme: { width: 600, accent: rgb(1, 1, 1), radius: 4 }', '1:30-1:42', 'rgb(1, 1, 1)'],
    ['theme:\n  { accent: "hsl(1,2%,3%)",\n    ink: hsl(1,2%,3%) }', '3:10-3:22', 'hsl(1,2%,3%)'],
  ])('%j', (value, place, text) => {
    const { messages } = find(value)
    expect(messages.map(String)).toEqual([
      `a.yml:${place}: Unexpected comma in \`${text}\` without quotation marks`,
    ])
    expect(messages[0]?.note).toContain(`: "${text}"`)
  })

  test.each([
    'theme: { accent: "rgb(1,2,3)" }',
    'accent: rgb(1,2,3)',
    'a: { b: f(1), c: 2 }',
    'a: { b: "(1", c }',
  ])('is none: %j', (value) => expect(find(value).messages).toEqual([]))
})

describe('a text that is parsed again, whose document is shared', () => {
  test.each([
    'subject: "Tea',
    "subject: 'It''s Ann's tea'",
    'subject: &Sons and daughters\nauthor: *bold* word',
    'subject: Autumn: the news\nsubject: Spring',
    'tags: [a, b\nnumber: 3',
    'tags: [a, b]\nauthor:\n  name: Ada',
  ])('%j has the same messages, and data of its own', (value) => {
    const [first, second] = [find(value), find(value)]
    expect(second.messages.map((message) => ({ ...message }))).toEqual(
      first.messages.map((message) => ({ ...message })),
    )
    expect(second.data).toEqual(first.data)
    if (first.data !== undefined) expect(second.data).not.toBe(first.data)
  })
})

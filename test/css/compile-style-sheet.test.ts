import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { compileStyleSheet } from '../../src/css/compile-style-sheet.ts'

const sheet = '@inline (max: 2) { a, abbr { color: var(--accent); } }\np { margin: 0; }'

function toSheets(content: string, text = sheet) {
  const file = new VFile({ path: 'templates/default/style.css', value: text })
  const { inline, head } = compileStyleSheet([{ file, text: String(file) }], { accent: '#0f766e' }, content)
  return { inline, head, messages: file.messages.map(String) }
}

test('a rule stands on its elements while they are few', () => {
  const { inline, head, messages } = toSheets(
    '<p><a href="#">one</a> <abbr>two</abbr> <article></article></p>',
  )
  expect(inline).toMatch(/a, abbr \{ color: #0f766e; \}/)
  expect(inline).toMatch(/p \{ margin: 0; \}/)
  expect(head).toBe('')
  expect(messages).toEqual([])
})

test('and in `<style>` where they are many', () => {
  const { inline, head } = toSheets('<a href="#">one</a> <A href="#">two</A> <abbr>three</abbr>')
  expect(inline).not.toContain('abbr')
  expect(inline).toMatch(/p \{ margin: 0; \}/)
  expect(head).toBe('a,abbr{color:#0f766e}')
})

test.each([
  '@inline (max: many) { a { color: red; } }',
  '@inline { a { color: red; } }',
  '@inline (max: 2) { .soft a { color: red; } }',
])('%s is told at its line, and its rules stand on their elements', (text) => {
  const { inline, messages } = toSheets('<a href="#">one</a>', text)
  expect(inline).toContain('color: red')
  expect(messages).toEqual([
    expect.stringMatching(/^templates\/default\/style\.css:1:1: Unexpected `@inline/),
  ])
})

test('rules in `@used` are there only if the email has all of their classes', () => {
  const text =
    '@used { .rows p { margin: 0; } @media (max-width:600px) { .rows td, .slim td { padding: 0; } .slim { color: red; } } }'
  const { inline, head, messages } = toSheets('<table class="rows"></table>', text)
  expect(inline.trim()).toBe('.rows p { margin: 0; }')
  expect(head).toBe('@media (max-width:600px){.rows td{padding:0}}')
  expect(toSheets('<p class="other"></p>', text)).toEqual({ inline: '', head: '', messages: [] })
  expect(messages).toEqual([])
})

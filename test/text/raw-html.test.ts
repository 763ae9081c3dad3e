/** HTML and plaintext do not share code; these tests verify that both show the same words of raw HTML. */
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { validateConfigText } from '../../src/config/validate-config.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { emailSchema } from '../../src/html/schema.ts'
import { render } from '../../src/render/render.ts'
import { isStripped } from '../../src/text/elements.ts'
import { createThemes } from '../../src/theme/themes.ts'

const settings = resolveSettings(validateConfigText(new VFile('')))
const templates = loadTemplates()
for (const layout of ['default/layout.html', 'default/layout.txt'])
  templates.set(layout, new VFile({ path: layout, value: '{{ content }}\n' }))
const themes = createThemes(templates, settings)

async function readWords(markdown: string) {
  const { email } = await render(new VFile({ path: 'issues/a.md', value: markdown }), {
    settings,
    themes,
    checks: [],
  })
  return { html: toWords(toShown(fromHtml(email.html, { fragment: true }))), text: toWords(email.text) }
}

function toShown(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node) || (node.type === 'element' && /display/.test(String(node.properties.style))))
    return ' '
  const text = node.children.map(toShown).join('')
  return node.type === 'element' && /^(?:p|div|li|td|ul|pre)$/.test(node.tagName) ? ` ${text} ` : text
}

function toWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

test('the HTML and the plaintext remove the same elements together with their content', () => {
  expect(emailSchema.strip?.filter((name) => !isStripped(name))).toEqual([])
  expect(emailSchema.tagNames?.filter(isStripped)).toEqual([])
})

describe.each([...(emailSchema.strip ?? []), 'xmp', 'noembed', 'video', 'button', 'fieldset'])(
  '<%s>',
  (name) => {
    const open = `<${name}>`
    const close = `</${name}>`
    test.each([
      ['in a line', `before ${open}in${close} after`],
      ['round marks', `before ${open}one <b>two</b> three${close} after`],
      ['round Markdown', `before ${open}one *two* three${close} after *more*`],
      ['round a paragraph in a line', `before ${open}<p>in${close} after`],
      ['as a block', `${open}in${close}\n\nafter`],
      ['in a block', `<div>before ${open}in <p>it</p>${close} after</div>`],
      ['round Markdown blocks', `${open}\n\none\n\n${close}\n\nafter`],
      ['left open in a line', `before ${open}in *it*`],
    ])('%s', async (_, markdown) => {
      const { html, text } = await readWords(markdown)
      expect(text).toEqual(html)
    })
  },
)

test.each([
  '<span hidden>x</span>',
  '<div hidden>x</div> y',
  '<div style="display:none">\n\nMarkdown\n\n</div>\n\nafter',
  'a<div>b</div>c',
  'foo <td>x</td> <col>y',
  '<ul>loose<li>a<template>no</template></li><li style="display: none">b</li></ul>',
  '<pre>a<style>b</style> c</pre>',
  '<table><tr><td>a</td><td style="display:none">b</td><td>c</td></tr></table>',
  '<search>a</search><hgroup>b</hgroup><main>c</main>',
])('%s', async (markdown) => {
  const { html, text } = await readWords(markdown)
  expect(text).toEqual(html)
})

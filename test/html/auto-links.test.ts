/** Dates and addresses that mail clients make links of look like the text around them, in every shipped layout. */
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as toText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { createThemes } from '../../src/theme/themes.ts'

const markdown = `---
title: T
---

Mail me@foo.org, or [read](https://foo.org/). <a href="https://foo.org/raw">Raw</a>

${Array.from({ length: 60 }, (_, index) => `- [Link ${index}](https://foo.org/${index})`).join('\n')}

::button[Go]{url="https://foo.org/go"}

::share
`

test.each(['default', 'letter', 'digest', 'brand'])('%s', async (template) => {
  const settings = { ...resolveSettings({ name: 'N', url: 'https://n.foo.org' }), template }
  const file = new VFile({ path: 'issues/one.md', value: markdown })
  const { email } = await render(file, {
    settings,
    themes: createThemes(loadTemplates(), settings),
    checks: [],
  })
  const document = fromHtml(email.html)
  const elements: Element[] = []
  visit(document, 'element', (element) => void elements.push(element))

  const styles = elements.filter(({ tagName }) => tagName === 'style').map(toText)
  expect(styles[0]).toContain(
    'a[x-apple-data-detectors]{color:inherit!important;text-decoration:none!important}',
  )
  expect(styles[0]).toContain('u + .body a,#MessageViewBody a{color:inherit}')
  expect(elements.find(({ tagName }) => tagName === 'body')?.properties.className).toEqual(['body'])

  // The rule for Gmail and Samsung also matches the email's own links, whose colour has to be on them.
  const links = elements.filter(({ tagName }) => tagName === 'a')
  expect(links.length).toBeGreaterThan(60)
  expect(links.filter(({ properties }) => !/(?:^|;)color:/.test(String(properties.style)))).toEqual([])
})

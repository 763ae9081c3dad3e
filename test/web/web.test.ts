/**
 * A folder a case: `input.md` with an optional `issue.config.yml` and `templates/`, and `expected.html`, the web copy
 * that it renders to, without style sheet and, but for a case with templates of its own, without layout.
 * `npm run case -- web/NAME` runs one; with `UPDATE=1` it rewrites the file.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { createTagPattern } from '../../src/merge-tags/tag-pattern.ts'
import { renderWebCopy } from '../../src/render/render-web-copy.ts'
import { elements, sharedDialects, squares } from '../../src/targets/dialects.ts'
import { targetNames } from '../../src/targets/index.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { expectFiles } from '../support/expect-files.ts'
import { listCases } from '../support/list-cases.ts'
import { loadCase, removeLayout, removeStyles } from '../support/load-case.ts'

describe.each(listCases(import.meta.dirname))('%s', (name) => {
  test('renders to its web copy', async () => {
    const folder = join(import.meta.dirname, name)
    const { config, settings, templates, file } = await loadCase(folder)
    expect(config.messages.map(String)).toEqual([])
    if (existsSync(join(folder, 'templates'))) removeStyles(templates)
    else removeLayout(templates)
    const html = await renderWebCopy(file, { settings, themes: createThemes(templates, settings) })
    expectFiles(folder, { 'expected.html': html })
    expect(html).not.toMatch(/[\ue000-\ue8ff]/)
  })
})

test.each(targetNames)('the web copy for %s has no tag in it', async (target) => {
  const settings = resolveSettings(
    { name: 'N', url: 'https://news.example', postalAddress: '1 Street' },
    { target },
  )
  const body = '[there](merge:first_name), [out](merge:unsubscribe_url) and <merge:email>'
  const file = new VFile({ path: 'issues/a.md', value: `---\ntitle: T\n---\n\nHello ${body}.\n` })
  const html = await renderWebCopy(file, { settings, themes: createThemes(loadTemplates(), settings) })
  expect(html).toContain('Hello there, out and.')
  expect(
    html
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .match(createTagPattern([...sharedDialects, squares, elements])),
  ).toBe(null)
  expect(html).not.toMatch(/unsubscribe/i)
})

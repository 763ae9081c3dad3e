/**
 * A folder a case: `input.md` with an optional `issue.config.yml` and `templates/`, and `expected.html`, the web copy
 * that comes of it, without style sheet and, but for a template of the case's own, without layout.
 * `UPDATE=1 npx vitest run test/web` writes it anew.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { validateConfigText } from '../../src/config/validate-config.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { createTagPattern } from '../../src/merge-tags/tag-pattern.ts'
import { renderWebCopy } from '../../src/render/render-web-copy.ts'
import { elements, sharedDialects, squares } from '../../src/targets/dialects.ts'
import { targetNames } from '../../src/targets/index.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { expectFile } from '../support/expect-file.ts'

const here = import.meta.dirname
const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe.each(cases.map(({ name }) => name))('%s', (name) => {
  test('comes out as expected', async () => {
    const folder = join(here, name)
    const config = new VFile({
      path: 'issue.config.yml',
      value: readIfThere(join(folder, 'issue.config.yml')),
    })
    const settings = resolveSettings(validateConfigText(config))
    expect(config.messages.map(String)).toEqual([])
    const templates = loadTemplates(folder)
    if (name !== 'page')
      templates.set('default/layout.html', new VFile({ path: 'layout.html', value: '{{ content }}\n' }))
    templates.set('default/style.css', new VFile({ path: 'style.css', value: '' }))
    const file = new VFile({ path: 'issues/input.md', value: readFileSync(join(folder, 'input.md'), 'utf8') })
    const html = await renderWebCopy(file, { settings, themes: createThemes(templates, settings) })
    expectFile(join(folder, 'expected.html'), html)
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

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

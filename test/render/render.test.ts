/**
 * A folder a case: `input.md` (and pictures beside it) with an optional `issue.config.yml` or `issue.config.ts` and
 * `templates/`, and what came of it: `expected.html` and `expected.txt`, drawn without layout and style sheet, and `messages.txt` as printed.
 * `UPDATE=1 npx vitest run test/render` writes them anew; `-t NAME` runs one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, test } from 'vitest'
import { validateConfigText, validateConfigValue } from '../../src/config/validate-config.ts'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { readImage } from '../../src/files/read-image.ts'
import { render } from '../../src/render/render.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'
import type { Settings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { expectFile } from '../support/expect-file.ts'

const here = import.meta.dirname
const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe.each(cases.map(({ name }) => name))('%s', (name) => {
  const folder = join(here, name)

  test('renders as expected', async () => {
    const { config, settings } = await loadSettings(folder)
    const templates = loadTemplates(folder)
    for (const layout of ['default/layout.html', 'default/layout.txt']) {
      templates.set(layout, new VFile({ path: layout, value: '{{ content }}\n' }))
    }
    templates.set('default/style.css', new VFile({ path: 'style.css', value: '' }))
    const file = new VFile({ path: 'issues/input.md', value: readFileSync(join(folder, 'input.md'), 'utf8') })

    const { email } = await render(file, {
      settings,
      themes: createThemes(templates, settings),
      readImage: (path) => readImage(folder, path.replace(/^issues\//, '')),
      readResults: (path) => readImage(folder, path.replace(/^issues\//, '')),
      checks: [],
      slugOf: (path) => (path === 'issues/other.md' ? 'other' : undefined),
    })

    const messages = formatPretty([config, file, ...templates.values()], { colour: false })
    expectFile(join(folder, 'expected.html'), email.html)
    expectFile(join(folder, 'expected.txt'), email.text)
    expectFile(join(folder, 'messages.txt'), messages)
  })
})

async function loadSettings(folder: string): Promise<{ config: VFile; settings: Settings }> {
  const program = join(folder, 'issue.config.ts')
  if (existsSync(program)) {
    const config = new VFile({ path: 'issue.config.ts', value: readFileSync(program, 'utf8') })
    const { default: value } = await import(program)
    return { config, settings: resolveSettings(validateConfigValue(value, config)) }
  }
  const path = join(folder, 'issue.config.yml')
  const value = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const config = new VFile({ path: 'issue.config.yml', value })
  return { config, settings: resolveSettings(validateConfigText(config)) }
}

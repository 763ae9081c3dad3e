/**
 * How a newsletter's own template files combine with the shipped ones. A folder a case: `input.md` with `templates/`, and what
 * it renders to in a small layout with the shipped styles: `expected.html`, `expected.txt`, and `messages.txt` where there
 * are any, as printed. `npm run case -- theme/NAME` runs one; with `UPDATE=1` it rewrites these files.
 */
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, test } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import { render } from '../../src/render/render.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { expectFiles } from '../support/expect-files.ts'
import { listCases } from '../support/list-cases.ts'
import { loadCase } from '../support/load-case.ts'

const layouts = {
  'layout.html':
    '<style>{{ head_css }}</style>\n<body>{{ content }}\n<p>{{ strings.view_online }} · {{ strings.why }}</p>\n',
  'layout.txt': '{{ content }}\n\n{{ strings.view_online }} · {{ strings.why }}\n',
}

/** The checks whose findings are on template files. */
const templateChecks = checks.filter(({ name }) => ['client-support', 'style-gmail'].includes(name))

describe.each(listCases(import.meta.dirname))('%s', (name) => {
  test('combines its files with the shipped ones', async () => {
    const folder = join(import.meta.dirname, name)
    const { config, settings, templates, file, readFile } = await loadCase(folder)
    for (const [path, value] of Object.entries(layouts)) {
      for (const template of ['default', 'letter'])
        templates.set(`${template}/${path}`, new VFile({ path: `${template}/${path}`, value }))
    }
    const { email } = await render(file, {
      settings,
      themes: createThemes(templates, settings),
      readImage: readFile,
      checks: templateChecks,
    })
    expectFiles(folder, {
      'expected.html': email.html,
      'expected.txt': email.text,
      'messages.txt': formatPretty([config, file, ...templates.values()], { colour: false }),
    })
  })
})

/**
 * A folder a case: `input.md` (and pictures beside it) with an optional `issue.config.yml` or `.ts`, `definitions.md` and `templates/`, and what
 * it renders to without layout and style sheet: `expected.html`, `expected.txt`, `expected.ics` with all calendar files, and `messages.txt` where there are
 * any, as printed. `npm run case -- render/NAME` runs one; with `UPDATE=1` it rewrites these files.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, test } from 'vitest'
import { createArchive } from '../../src/blocks/archive.ts'
import { restoreOwnText } from '../../src/diagnostics/included-files.ts'
import { render } from '../../src/render/render.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { expectFiles } from '../support/expect-files.ts'
import { listCases } from '../support/list-cases.ts'
import { loadCase, removeLayout } from '../support/load-case.ts'

/** The other issues of each case. */
const archive = [
  { path: 'issues/lamps.md', slug: 'lamps', title: 'Lamps of brass', date: '2024-11-14', tags: ['lamps'] },
  { path: 'issues/oil.md', slug: 'oil', title: 'Oil & {{ wicks }}', date: '2024-11-21', tags: ['lamps', 'oil'] },
  { path: 'issues/wax.md', slug: 'wax', title: 'Wax', date: '2024-11-07', tags: [] },
  { path: 'issues/untitled.md', slug: 'untitled', title: '', date: '2024-10-31', tags: [] },
  { path: 'issues/undated.md', slug: 'undated', title: 'Without a date', date: null, tags: [] },
  { path: 'issues/next-week.md', slug: 'next-week', title: 'Next week', date: '2024-12-10', tags: ['lamps'] },
]

describe.each(listCases(import.meta.dirname))('%s', (name) => {
  test('renders to its HTML, plaintext and messages', async () => {
    const folder = join(import.meta.dirname, name)
    const { config, definitionFiles, settings, templates, file, readFile, readText } = await loadCase(folder)
    removeLayout(templates)
    const { email, calendars } = await render(file, {
      settings,
      themes: createThemes(templates, settings),
      readImage: readFile,
      readResults: readFile,
      readFile: readText,
      checks: [],
      findArchived: createArchive(archive),
      slugOf: (path) => (path === 'issues/other.md' ? 'other' : undefined),
    })
    const includedFiles = (file.data.included?.files ?? []).map(
      ({ path }) => new VFile({ path, value: readFileSync(join(folder, path.replace(/^issues\//, ''))) }),
    )
    restoreOwnText(file)
    expectFiles(folder, {
      'expected.html': email.html,
      'expected.txt': email.text,
      'expected.ics': calendars.map(({ text }) => text.replaceAll('\r\n', '\n')).join('\n'),
      'messages.txt': formatPretty([config, ...definitionFiles, file, ...includedFiles, ...templates.values()], {
        colour: false,
      }),
    })
  })
})

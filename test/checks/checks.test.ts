/**
 * A folder a check: `speaks.md`, of which the check finds something, `messages.txt`, what it says, as printed, and
 * `silent.md`, of which it finds nothing (and `silent-*.md`, where one issue cannot hold it all, as in a second
 * language); with an optional `issue.config.yml` and `templates/`, and pictures beside them. Only the check of the
 * folder's name runs. `UPDATE=1 npx vitest run test/checks` writes `messages.txt` anew.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { validateConfigText } from '../../src/config/validate-config.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { readImage } from '../../src/files/read-image.ts'
import { render } from '../../src/render/render.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { expectFile } from '../support/expect-file.ts'

const here = import.meta.dirname
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())

test('every check has a folder, and every folder a check', () => {
  expect(folders.map(({ name }) => name).sort()).toEqual(checks.map(({ name }) => name).sort())
})

describe.each(checks.map((check) => ({ name: check.name, check })))('$name', ({ name, check }) => {
  const hold = async (issue: string): Promise<VFile[]> => {
    const folder = join(here, name)
    const path = join(folder, 'issue.config.yml')
    const config = new VFile({
      path: 'issue.config.yml',
      value: existsSync(path) ? readFileSync(path, 'utf8') : 'name: N',
    })
    const settings = resolveSettings(validateConfigText(config))
    expect(config.messages.map(String)).toEqual([])
    const templates = loadTemplates(folder)
    const file = new VFile({ path: `issues/${issue}`, value: readFileSync(join(folder, issue), 'utf8') })
    const read = (image: string) => readImage(folder, image.replace(/^issues\//, ''))
    await render(file, {
      settings,
      themes: createThemes(templates, settings),
      readImage: read,
      checks: [check],
    })
    const files = [file, ...templates.values()]
    for (const each of files) each.messages = each.messages.filter(({ ruleId }) => ruleId === name)
    return files
  }

  test('speaks', async () => {
    const files = await hold('speaks.md')
    expect(files.flatMap(({ messages }) => messages).length).toBeGreaterThan(0)
    expectFile(join(here, name, 'messages.txt'), formatPretty(files, { colour: false }))
  })

  const silent = readdirSync(join(here, name)).filter((file) => /^silent(?:-.*)?\.md$/.test(file))
  test.each(silent)('is silent on %s', async (issue) => {
    const files = await hold(issue)
    expect(formatPretty(files, { colour: false })).toBe('')
  })
})

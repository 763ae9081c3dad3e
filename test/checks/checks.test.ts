/**
 * One folder per check: `speaks.md` (and `speaks-*.md`), an issue that the check reports, `messages.txt`, the printed report, and `silent.md`,
 * an issue that passes (and `silent-*.md`, when one is not enough, as for a second language). `issue.config.yml`,
 * `templates/` and pictures are optional. An issue may use the shared template `bare`. Only the check with the folder's
 * name runs. `npm run case -- checks/NAME` runs one folder; with `UPDATE=1` it rewrites `messages.txt`.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import { render } from '../../src/render/render.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { expectFiles } from '../support/expect-files.ts'
import { listCases } from '../support/list-cases.ts'
import { addBareTemplate, loadCase } from '../support/load-case.ts'

const here = import.meta.dirname

test('every check has a folder, and every folder a check', () => {
  expect(listCases(here)).toEqual(checks.map(({ name }) => name).sort())
})

describe.each(listCases(here))('%s', (name) => {
  const folder = join(here, name)
  const runCheck = async (issue: string): Promise<VFile[]> => {
    const { config, settings, templates, file, readFile } = await loadCase(folder, {
      issue,
      defaultConfig: 'name: N',
    })
    expect(config.messages.map(String)).toEqual([])
    addBareTemplate(templates)
    const themes = createThemes(templates, settings)
    await render(file, {
      settings,
      themes,
      readImage: readFile,
      checks: checks.filter((check) => check.name === name),
    })
    const files = [file, ...templates.values()]
    for (const each of files) each.messages = each.messages.filter(({ ruleId }) => ruleId === name)
    return files
  }

  const issues = readdirSync(folder).sort()
  const speaking = issues.filter((file) => /^speaks(?:-.*)?\.md$/.test(file)).reverse()
  test('reports what is wrong in speaks.md', async () => {
    const printed: string[] = []
    for (const issue of speaking) {
      const files = await runCheck(issue)
      expect(files.flatMap(({ messages }) => messages).length).toBeGreaterThan(0)
      printed.push(formatPretty(files, { colour: false }))
    }
    expectFiles(folder, { 'messages.txt': printed.join('') })
  })

  const silent = issues.filter((file) => /^silent(?:-.*)?\.md$/.test(file))
  test.each(silent)('is silent on %s', async (issue) => {
    const files = await runCheck(issue)
    expect(formatPretty(files, { colour: false })).toBe('')
  })
})

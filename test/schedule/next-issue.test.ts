/** `merge:next_issue`: what it prints in each language, for every target, in every output. */
import { join } from 'node:path'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { renderWebCopy } from '../../src/render/render-web-copy.ts'
import { defaultSettings, type Schedule } from '../../src/settings.ts'
import { targetNames } from '../../src/targets/index.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { expectFiles } from '../support/expect-files.ts'

const templates = loadTemplates()
const languages = Object.keys(parse(String(templates.get('default/strings.yml'))))
const weekly: Schedule = { every: 'wednesday', at: '09:12', timezone: 'Europe/Berlin' }

async function renderNext(schedule: Schedule | undefined, lang: string, target = 'generic') {
  const settings = { ...defaultSettings, target, lang, ...(schedule && { schedule }) }
  const value =
    '---\nsubject: "Until [then](merge:next_issue)"\ndate: 2025-01-08\n---\n\n[then](merge:next_issue)\n'
  const createFile = () => new VFile({ path: 'issues/a.md', value })
  const options = { settings, themes: createThemes(templates, settings), checks: [] }
  const { email, issue } = await render(createFile(), options)
  return { ...email, messages: issue.file.messages, web: await renderWebCopy(createFile(), options) }
}

test('prints the day, and the time if there is one, as each language does', async () => {
  // The last has no wording of its own.
  const lines: string[] = []
  for (const lang of [...languages, 'en-GB', 'hu']) {
    const texts: string[] = []
    for (const schedule of [
      { every: 'wednesday' },
      weekly,
      { every: 'sunday', at: '17:00' },
      { every: 'first tuesday', at: '00:05' },
    ]) {
      const { subject, messages } = await renderNext(schedule, lang)
      expect(messages.map(String)).toEqual([])
      texts.push(subject.replace('Until ', ''))
    }
    lines.push(`${lang}: ${texts.join(' | ')}\n`)
  }
  expectFiles(join(import.meta.dirname, 'languages'), { 'printed.txt': lines.join('') })
})

test.each(targetNames)('is the same for %s, in HTML, plaintext, subject and web copy', async (target) => {
  const { html, text, subject, web } = await renderNext(weekly, 'en', target)
  const printed = 'Wednesday at 9:12 am'
  expect(subject).toBe(`Until ${printed}`)
  expect(
    [html, text, web].map((output) => output.includes(`>${printed}<`) || output.includes(`\n${printed}\n`)),
  ).toEqual([true, true, true])
})

test('without a schedule, prints the words and says so', async () => {
  const { subject, text, messages } = await renderNext(undefined, 'en')
  expect(subject).toBe('Until then')
  expect(text).toContain('\nthen\n')
  expect(messages.map(({ reason, fatal, line }) => [line, fatal, reason])).toEqual([
    [6, false, 'Missing `schedule` in the config, expected it for `merge:next_issue`'],
    [2, false, 'Missing `schedule` in the config, expected it for `merge:next_issue`'],
  ])
})

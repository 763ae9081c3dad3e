/** Typographic quotation marks in YAML, which are a part of the text: where that changes what is read, it is reported. */
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { validateConfigText } from '../../src/config/validate-config.ts'
import { parseIssue } from '../../src/parse/parse-issue.ts'
import { defaultSettings } from '../../src/settings.ts'

async function readIssue(matter: string): Promise<VFile> {
  const file = new VFile({ path: 'a.md', value: `---\n${matter}\n---\n\n# Heading\n` })
  await parseIssue(file, defaultSettings)
  return file
}

test.each<[string, string, string]>([
  ['subject: “Two # three”', '2:15-2:23', 'Write `subject: "“Two # three”"`.'],
  ['subject: “Two: three”', '2:10-2:22', 'Put straight ones around all of it: `subject: "“Two: three”"`'],
  ['tags: [“text, video”]', '2:8-2:13', 'Write `"…"` around all of it.'],
  ['params: { a: [„Lovelace, Ada“] }', '2:15-2:24', 'Write `"…"` around all of it.'],
  ['date: “2026-01-01”', '2:7-2:19', 'Remove them, or write straight ones.'],
  ['draft: ‘true’', '2:8-2:14', 'Remove them, or write straight ones.'],
])('%s is reported', async (matter, place, advice) => {
  const { messages } = await readIssue(matter)
  expect(messages).toHaveLength(1)
  expect(String(messages[0])).toContain(`a.md:${place}: `)
  expect(messages[0]?.note).toContain(advice)
})

test.each([
  'subject: “Two” and three',
  'subject: ‘Tis the season',
  'subject: “Two”  # a comment',
  'subject: "“Two # three: four”"',
  'tags: [“text”, video]',
  'title: «Bonjour»',
])('%s is a text', async (matter) => {
  expect((await readIssue(matter)).messages).toEqual([])
})

test('the config is read in the same way', () => {
  const file = new VFile({ path: 'issue.config.yml', value: 'name: “The # Weekly”\nlang: “en”\n' })
  validateConfigText(file)
  expect(file.messages.map(String)).toEqual([
    'issue.config.yml:1:12-1:21: Unexpected comment `# Weekly”` in `name`, expected quotation marks around a text with `#`',
    'issue.config.yml:2:7-2:11: Unexpected `“en”` in `lang`, expected a language tag such as `en` or `pt-BR`',
  ])
})

import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { validateConfigText } from '../../src/config/validate-config.ts'
import { parseIssue } from '../../src/parse/parse-issue.ts'
import { defaultSettings } from '../../src/settings.ts'

/** The messages on an issue and on a config with this `lang`. */
async function readMessages(lang: string): Promise<string[]> {
  const issue = new VFile({ path: 'a.md', value: `---\ntitle: T\nlang: ${lang}\n---\n` })
  await parseIssue(issue, defaultSettings)
  const config = new VFile({ path: 'c.yml', value: `name: N\nlang: ${lang}\n` })
  validateConfigText(config)
  return [...issue.messages, ...config.messages].map(({ reason }) => reason)
}

test.each([
  ['english', 'en'],
  ['Deutsch', 'de'],
  ['German', 'de'],
  ['Français', 'fr'],
  ['francais', 'fr'],
  ['日本語', 'ja'],
  ['english language', 'en'],
  ['en_US', 'en-US'],
  ['pt_br', 'pt-BR'],
  ['de_DE.UTF-8', 'de-DE'],
  ['jp', 'ja'],
  ['cz', 'cs'],
])('`lang: %s` is told to be `%s`', async (lang, tag) => {
  const reason = `Unexpected \`${lang}\` in \`lang\`, expected the language tag \`${tag}\``
  expect(await readMessages(lang)).toEqual([reason, reason])
})

test('`lang: xx` is no language', async () => {
  const reason = 'Unexpected `xx` in `lang`, expected a language tag such as `en` or `pt-BR`'
  expect(await readMessages('xx')).toEqual([reason, reason])
})

test.each(['en', 'EN', 'en-UK', 'sr-Latn', 'zh-Hant-TW', 'de-CH-1901', 'gsw', 'lld', 'tlh', 'und', 'iw'])(
  '`lang: %s` is a language tag',
  async (lang) => {
    expect(await readMessages(lang)).toEqual([])
  },
)

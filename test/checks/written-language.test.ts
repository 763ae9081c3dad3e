/** The language that `language-missing` finds in issues that declare none, by what they are written in. */
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { languageMissing } from '../../src/checks/language-missing.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { defaultSettings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'

const names = 'Bitcoin Core, Lightning Network Daemon, Eclair, Rust Lightning'

async function findReasons(text: string, lang?: string): Promise<string[]> {
  const value = `---\nsubject: S\n${lang === undefined ? '' : `lang: ${lang}\n`}---\n\n${text}\n`
  const file = new VFile({ path: 'issues/a.md', value })
  const themes = createThemes(loadTemplates(), defaultSettings)
  await render(file, { settings: defaultSettings, themes, checks: [languageMissing] })
  return file.messages.filter(({ ruleId }) => ruleId === 'language-missing').map(({ reason }) => reason)
}

test.each([
  [
    'ja',
    'Japanese',
    `今週は${names}の新しいリリースと、注目すべき変更点を紹介します。\n\n- ${names}の更新です。`,
  ],
  ['ko', 'Korean', `이번 주에는 ${names} 새로운 릴리스와 주목할 만한 변경 사항을 소개합니다.`],
  [
    'zh-Hans',
    'simplified Chinese',
    `本周我们介绍${names}的新版本，以及对网络费用的变更。\n\n这个版本还没有发布，开发者说时间会从下个月开始。`,
  ],
  [
    'zh-Hant',
    'traditional Chinese',
    `本週我們介紹${names}的新版本，以及對網路費用的變更。\n\n這個版本還沒有發布，開發者說會從下個月開始，總數與條件都變了。`,
  ],
  ['zh', 'Chinese', `山水清明，日月同天，春江花月夜，大江東去，小城故事，${names}。`],
])('an issue in %s', async (lang, language, text) => {
  expect(await findReasons(text)).toEqual([
    `Unexpected language \`en\` of a text in ${language}, expected \`${lang}\``,
  ])
  expect(await findReasons(text, 'de')).toHaveLength(1)
  expect(await findReasons(text, lang)).toEqual([])
})

test('a text of fewer than twenty characters may be a quotation', async () => {
  expect(await findReasons('日本語の見出しです。')).toEqual([])
})

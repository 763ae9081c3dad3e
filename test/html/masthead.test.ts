/** What stands above and below an issue's text, in HTML and plaintext. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import type { Settings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'

const root = join(import.meta.dirname, '..', '..')
const files = loadTemplates()

/** An issue of as many words, as its HTML without markup and its plaintext. */
async function renderIssue(matter: string, words: number, config: Partial<Settings> = {}) {
  const settings = { ...resolveSettings({ name: 'The Tea Letter' }), ...config }
  const text = `---\nsubject: S\n${matter}\n---\n\n${'tea '.repeat(words)}\n`
  const file = new VFile({ path: 'issues/one.md', value: text })
  const { email } = await render(file, { settings, themes: createThemes(files, settings), checks: [] })
  const [, body = ''] = email.html.split('<body')
  return { html: email.html, shown: body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), text: email.text }
}

describe('the author and the time to read', () => {
  test.each([
    ['author: Ada', 600, 'By Ada · 3 min'],
    ['author: Ada', 20, 'By Ada'],
    ['author: Ada <ada@example.com>\nlang: de', 600, 'Von Ada · 3 Min.'],
    ['author: Ada\nlang: fr', 600, 'Par Ada · 3 min'],
    ['author: 明\nlang: ja', 600, '文：明 · 3分'],
    ['author: 明\nlang: zh-TW', 600, '文：明 · 3 分鐘'],
    ['author: عمر\nlang: ar', 600, 'بقلم عمر · 3 د'],
    ['title: T', 600, '3 min'],
  ])('%s, %i words', async (matter, words, expected) => {
    const { shown, text } = await renderIssue(matter, words)
    expect(shown.replaceAll('\u00a0', ' ')).toContain(` ${expected} `)
    expect(text.replaceAll('\u00a0', ' ').split('\n')).toContain(expected)
  })

  test('are not in an issue without an author, or with a text of one minute', async () => {
    const { shown, text } = await renderIssue('date: 2025-01-07', 20)
    expect(`${shown}${text}`).not.toMatch(/By|min/)
    const own = await renderIssue('author: The Tea Letter', 20)
    expect(`${own.shown}${own.text}`).not.toContain('By')
    expect(shown).toContain(' January 7, 2025 ')
  })

  test('count two characters of Chinese as a word', async () => {
    expect((await renderIssue(`lang: zh\ntitle: ${'茶'.repeat(3)}`, 0)).text).not.toContain('分钟')
    const settings = resolveSettings({})
    const file = new VFile({ path: 'issues/one.md', value: `---\nlang: zh\n---\n\n${'茶'.repeat(1430)}\n` })
    const { email } = await render(file, { settings, themes: createThemes(files, settings), checks: [] })
    expect(email.text).toContain('3\u00a0分钟')
  })
})

test('a centred masthead has one cell in a row', async () => {
  const left = await renderIssue('author: Ada', 9, { url: 'https://example.com' })
  const centred = await renderIssue('author: Ada', 9, {
    url: 'https://example.com',
    theme: { masthead: 'centred' },
  })
  expect(left.html.match(/<td(?! class="frame")[^>]* align="center"/g)).toBeNull()
  expect(centred.html.match(/<td(?! class="frame")[^>]* align="center"/g)).toHaveLength(3)
})

describe('the template brand', () => {
  const readImage = () => ({ bytes: readFileSync(join(root, 'issues/images/logo.png')) })
  async function renderBanner(theme: Settings['theme']): Promise<string> {
    const settings = {
      ...resolveSettings({ name: 'Tea & Co', url: 'https://tea.example' }),
      template: 'brand',
      theme,
    }
    const file = new VFile({ path: 'issues/one.md', value: '---\nsubject: S\nlang: en\n---\n\nTea.\n' })
    const { email } = await render(file, {
      settings,
      themes: createThemes(files, settings),
      checks: [],
      readImage,
    })
    expect(file.messages.map(String)).toEqual([])
    return (
      /<table[^>]* style="max-width:.*?<tr>(.*?)<\/tr>/s
        .exec(email.html)?.[1]
        ?.replace(/ style="[^"]*"/g, '') ?? ''
    )
  }
  const logo = 'images/logo.png'

  test('has a band in the accent with its name', async () => {
    const banner = await renderBanner({ accent: '#14532d' })
    expect(banner).toMatch(
      /^<td class="band" bgcolor="#14532d" align="center"><a [^>]*>Tea &amp; Co<\/a><\/td>$/,
    )
    expect(await renderBanner({ masthead: 'left' })).toContain('align="left"')
  })

  test('has a picture of its own, as wide as the sheet', async () => {
    const banner = await renderBanner({ header: logo })
    expect(banner).toMatch(/<img src="images\/logo\.[^"]*" alt="Tea &amp; Co" width="600"><\/a><\/td>$/)
  })

  test('puts a logo on the band only if it can be seen there', async () => {
    expect(await renderBanner({ logo })).toContain('class="bare"')
    expect(await renderBanner({ logo, 'logo-dark': 'images/dark.png' })).toMatch(/class="band".*dark\./)
    expect(await renderBanner({ logo, accent: '#facc15' })).toMatch(/class="band".*logo\./)
  })
})

describe('the footer', () => {
  const config = {
    subscribe: 'https://example.com/subscribe',
    social: [{ name: 'Bluesky', url: 'https://bsky.app/profile/tea.example' }],
  }

  test('has the profiles and where to subscribe', async () => {
    const { html, shown, text } = await renderIssue('title: T', 9, config)
    expect(shown).toMatch(/The Tea Letter\s+Bluesky\s+Forwarded this\? Subscribe/)
    expect(html).toContain('href="https://bsky.app/profile/tea.example"')
    expect(text).toContain('Bluesky: https://bsky.app/profile/tea.example\n')
    expect(text).toContain('Forwarded this? Subscribe:\nhttps://example.com/subscribe\n')
  })

  test('has neither where the config has none', async () => {
    const { shown, text } = await renderIssue('title: T', 9)
    expect(`${shown}${text}`).not.toMatch(/Forwarded|Subscribe:/)
  })

  test('of a letter has no profiles', async () => {
    const { shown, text } = await renderIssue('template: letter', 9, config)
    expect(shown).toContain('Forwarded this? Subscribe')
    expect(`${shown}${text}`).not.toContain('Bluesky')
  })
})

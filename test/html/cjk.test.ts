/** Chinese, Japanese and Korean, as the shipped templates style them. */
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'

describe.each(['default', 'letter', 'digest', 'brand'])('the template %s', (template) => {
  const hasSerifHeadings = ['default', 'letter'].includes(template)
  async function renderHtml(lang: string, text: string, theme: Settings['theme'] = {}): Promise<string> {
    const settings = { ...defaultSettings, name: 'N', template, theme }
    const value = `---\ntitle: 今週のニュースレターをお届けします\nlang: ${lang}\n---\n\n${text}\n`
    const file = new VFile({ path: 'issues/a.md', value })
    const { email } = await render(file, {
      settings,
      themes: createThemes(loadTemplates(), settings),
      checks: [],
    })
    expect(file.messages.map(String)).toEqual([])
    return email.html
  }
  const styleOf = (html: string, start: string) =>
    new RegExp(`${start}[^>]* style="([^"]*)"`).exec(html)?.[1] ?? ''

  test.each([
    ['ja', 'Yu Gothic', 'Yu Mincho'],
    ['ko-KR', 'Malgun Gothic', 'Batang'],
    ['zh', 'Microsoft YaHei', 'SimSun'],
    ['zh-TW', 'Microsoft JhengHei', 'PMingLiU'],
  ])('puts the fonts of %s first, in classic Outlook as well', async (lang, sans, serif) => {
    const [text, heading] = [template === 'letter' ? serif : sans, hasSerifHeadings ? serif : sans]
    const html = await renderHtml(lang, '## 見出し')
    expect(styleOf(html, template === 'letter' ? '<td class="ink"' : '<td class="frame"')).toMatch(
      new RegExp(`font:\\d+px/\\d+px '?${text}`),
    )
    expect(styleOf(html, '<h2')).toMatch(new RegExp(`px '?${heading}`))
    expect(/<!--\[if mso\].*?<!\[endif\]/s.exec(html)?.[0]).toMatch(
      new RegExp(`mso-fareast-font-family:'?${text}`),
    )
    expect(html).not.toMatch(/Georgia|Arial|Segoe/)
  })

  test('prefers fonts of your own', async () => {
    const theme = {
      'text-font': 'Verdana,sans-serif',
      'heading-font': 'Verdana,serif',
      'heading-font-ja': 'Osaka,serif',
    }
    const html = await renderHtml('ja', '## 見出し', theme)
    expect(styleOf(html, '<h2')).toContain('px Osaka,serif')
    expect(html).toContain('px Verdana,sans-serif')
    expect(html).not.toMatch(/Gothic|Mincho/)
  })

  test('slants nothing', async () => {
    const text =
      '### 見出し\n\n> 引用です。\n\n:::quote\n言葉です。\n:::\n\nこれは*強調*で、*Bitcoinの発表*です。\n\n*段落の全体。*'
    const html = await renderHtml('ja', text)
    for (const start of ['<h3', '<blockquote'])
      expect(styleOf(html, start)).not.toMatch(/italic(?!.*font-style:normal)/)
    expect(styleOf(html, '<em class="marked"')).toContain('font-style:normal')
    expect(html).toMatch(/<em style="font-style:normal;font-weight:bold">Bitcoinの発表/)
    expect(html).toMatch(/<em class="soft" style="[^"]*font-style:normal[^"]*">段落/)
    expect(html).toContain('@supports (text-emphasis:dot)')
  })

  test('puts the marks of Chinese emphasis below', async () => {
    expect(await renderHtml('zh', '这是*重点*。')).toMatch(/\.underdotted\{[^}]*under right/)
  })

  test('leaves no single character in the last line of a title', async () => {
    const html = await renderHtml('ja', '## 注目すべき変更点のまとめ！')
    expect(html).toContain('お届けし<span style="white-space:nowrap">ます</span></h1>')
    expect(html).toContain('変更点のま<span style="white-space:nowrap">とめ！</span></h2>')
    expect(styleOf(html, '<h1')).toContain('text-wrap:balance')
  })

  test('styles a paragraph in another language', async () => {
    const html = await renderHtml('en', 'English.\n\nこれは日本語の段落です。')
    expect(styleOf(html, '<p lang="ja"')).toMatch(/font-family:'Yu (?:Gothic|Mincho)'/)
    expect(html).not.toContain('@supports')
  })

  test('draws a picture and the emphasis below it as the block `figure`', async () => {
    const picture = 'https://pictures.example.com/a.png'
    const block = await renderHtml('en', `:::figure{src="${picture}" alt="A"}\nWords.\n:::`)
    const idiom = await renderHtml('en', `![A](${picture})\n_Words._`)
    const reduce = (html: string) => html.replace(/\n(?=<p|<\/div)/g, '')
    expect(reduce(idiom)).toBe(reduce(block))
  })

  test('gives a picture without words no box, except in the dark', async () => {
    const html = await renderHtml('en', '![](https://pictures.example.com/a.png)')
    expect(styleOf(html, '<img')).toMatch(/^max-width:100%;height:auto;display:block;border-radius:\dpx$/)
    expect(html).toMatch(/\.wordless\{background:#[0-9a-f]{6}!important\}/)
  })
})

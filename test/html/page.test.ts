/** The whole document, as the shipped templates draw it. */
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'

async function draw(value: string, more: Partial<Settings> = {}) {
  const settings = { ...defaultSettings, name: 'Newsletter', ...more }
  const file = new VFile({ path: 'issues/a.md', value })
  const { email } = await render(file, {
    settings,
    themes: createThemes(loadTemplates(), settings),
    checks: [],
  })
  return { ...email, messages: file.messages.map(String) }
}

describe.each(['default', 'letter', 'digest', 'brand'])('the template %s', (template) => {
  test('has the subject as its title, and the preheader first in its body', async () => {
    const { html, text, messages } = await draw(
      `---\nsubject: Tom & Jerry <3\npreheader: It's "on"\ntitle: T\ntemplate: ${template}\n---\n\nText.\n`,
    )
    expect(messages).toEqual([])
    expect(html).toContain('<title>Tom &amp; Jerry &lt;3</title>')
    expect(html.indexOf('It&#39;s &quot;on&quot;')).toBeGreaterThan(html.indexOf('<body'))
    expect(html.indexOf('It&#39;s &quot;on&quot;')).toBeLessThan(html.indexOf('<table'))
    expect(text).not.toContain('"on"')
  })

  test('carries merge tags of subject, preheader and config byte for byte', async () => {
    const { html, text, subject } = await draw(
      `---\nsubject: '{{ first_name | default: "you" }}, hi'\npreheader: '{% if x < 1 %}a{% endif %}'\ntitle: T\ntemplate: ${template}\n---\n\nText.\n`,
      { postalAddress: '{{ address | default: "1 & 2" }}' },
    )
    expect(subject).toBe('{{ first_name | default: "you" }}, hi')
    expect(html).toContain('<title>{{ first_name | default: "you" }}, hi</title>')
    expect(html).toContain('{% if x < 1 %}a{% endif %}')
    expect(html).toContain('{{ address | default: "1 & 2" }}')
    expect(text).toContain('{{ address | default: "1 & 2" }}')
    expect(html + text).not.toMatch(/[\ue000-\uf8ff]/)
  })

  test('says its language and direction', async () => {
    const { html } = await draw(`---\ntitle: T\nlang: ar\ntemplate: ${template}\n---\n\nنص.\n`)
    expect(html).toMatch(/<html[^>]* lang="ar"[^>]* dir="rtl"/)
  })

  test('gives a title in a script of the other direction its own', async () => {
    const title = async (value: string) => {
      const { html } = await draw(`---\n${value}\ntemplate: ${template}\n---\n\nText.\n`)
      return /<h1[^>]*>/.exec(html)?.[0].replace(/ style="[^"]*"/, '')
    }
    expect(await title('title: كيف حالك؟')).toBe('<h1 dir="rtl" align="right">')
    expect(await title('title: How are you?\nlang: ar')).toBe('<h1 dir="ltr" align="left">')
    expect(await title('title: How are you?')).toBe('<h1>')
    expect(await title('title: كيف حالك؟\nlang: ar')).toBe('<h1>')
    expect(await title('title: 2024\nlang: ar')).toBe('<h1>')
  })

  test('leaves the unsubscribe link to providers that add it themselves', async () => {
    const source = `---\ntitle: T\ntemplate: ${template}\n---\n\nText.\n`
    expect((await draw(source)).html).toContain('href="{{ unsubscribe_url }}"')
    expect((await draw(source, { target: 'mailchimp' })).html).toContain('href="*|UNSUB|*"')
    expect((await draw(source, { target: 'beehiiv' })).html).not.toMatch(/unsubscribe/i)
  })

  test('has neither sizes that Outlook takes literally nor design tokens left over', async () => {
    const { html } = await draw(
      `---\ntitle: T\ntemplate: ${template}\n---\n\n![x](https://example.com/x.png)\n`,
    )
    expect(html).not.toContain('height="auto"')
    expect(html).not.toContain('var(--')
    expect(html).toContain('!important')
    expect(html).toContain('alt="x"')
  })
})

test('the masthead has a logo for each mode, and classic Outlook sees only that of the day', async () => {
  const drawLogos = (theme: Settings['theme']) => draw('---\nsubject: S\n---\n\nText.\n', { theme })
  const day = 'https://example.com/day.png'
  const night = 'https://example.com/night.png'
  const both = await drawLogos({ logo: day, 'logo-dark': night })
  expect(both.messages).toEqual([])
  expect(both.html).toMatch(/<img class="day" src="[^"]*day\.png" alt="Newsletter"/)
  expect(both.html).toMatch(/<!--\[if !mso\]><!--><img class="night" src="[^"]*night\.png" alt="Newsletter"/)
  const one = await drawLogos({ logo: day })
  expect(one.html).toMatch(/<img src="[^"]*day\.png" alt="Newsletter"/)
  expect(one.html).not.toContain('class="night"')
})

test('code is coloured inline', async () => {
  const { html } = await draw('---\ntitle: T\n---\n\n```js\nconst a = 1\n```\n')
  expect(html).toMatch(/<span[^>]* style="[^"]*color:#[0-9a-f]{6}[^"]*">const<\/span>/)
})

test('a design token of the config reaches the styles', async () => {
  const { html } = await draw('---\ntitle: T\n---\n\n[a](https://example.com)\n', {
    theme: { accent: '#123456' },
  })
  expect(html).toMatch(/<a href="https:\/\/example\.com" style="[^"]*#123456/)
})

describe('an accent of the config', () => {
  test.each([
    ['#b91c1c', undefined, '#d98282'],
    ['#b91c1c', '#ffaaaa', '#ffaaaa'],
    ['rebeccapurple', undefined, '#74d3c4'],
  ])('%s, in the dark %s, is %s there', async (accent, dark, expected) => {
    const theme = { accent, ...(dark && { 'dark-accent': dark }) }
    const { html } = await draw('---\ntitle: T\n---\n\n[a](https://example.com)\n', { theme })
    expect(/\.ink a\{color:(#[0-9a-f]{6})/.exec(html)?.[1]).toBe(expected)
  })
})

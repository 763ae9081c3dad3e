/** The way out and the way to the web copy, as the shipped templates print them for each provider. */
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Check } from '../../src/checks/check.ts'
import { postalAddress } from '../../src/checks/postal-address.ts'
import { unsubscribeLink } from '../../src/checks/unsubscribe-link.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { renderWebCopy } from '../../src/render/render-web-copy.ts'
import { defaultSettings } from '../../src/settings.ts'
import { targetNames, targets } from '../../src/targets/index.ts'
import { createThemes } from '../../src/theme/themes.ts'

interface Given {
  target: string
  template?: string
  lang?: string
  body?: string
  /** Template files in place of the shipped ones. */
  files?: Record<string, string>
  checks?: Check[]
}

async function draw({
  target,
  template = 'default',
  lang = 'en',
  body = 'Text.',
  files = {},
  checks = [],
}: Given) {
  const settings = { ...defaultSettings, name: 'N', url: 'https://example.com', target, template }
  const templates = loadTemplates()
  for (const [path, value] of Object.entries(files)) templates.set(path, new VFile({ path, value }))
  const file = new VFile({ path: 'issues/a.md', value: `---\ntitle: T\nlang: ${lang}\n---\n\n${body}\n` })
  const { email } = await render(file, { settings, themes: createThemes(templates, settings), checks })
  const messages = [file, ...templates.values()].flatMap((each) => each.messages)
  return { ...email, reasons: messages.map(({ reason }) => reason), notes: messages.map(({ note }) => note) }
}

function drawWeb({ target, template }: { target: string; template: string }): Promise<string> {
  const settings = { ...defaultSettings, name: 'N', url: 'https://example.com', target, template }
  const file = new VFile({ path: 'issues/a.md', value: '---\ntitle: T\nlang: en\n---\n\nText.\n' })
  return renderWebCopy(file, { settings, themes: createThemes(loadTemplates(), settings), checks: [] })
}

describe.each(['default', 'letter', 'digest', 'brand'])('the template %s', (template) => {
  test.each(targetNames)('leads out with the target %s', async (target) => {
    const { html, text, reasons } = await draw({ target, template, checks: [unsubscribeLink] })
    expect(reasons).toEqual([])
    const adds = targets[target]?.adds?.includes('unsubscribe') ?? false
    expect(/unsubscribe/i.test(html)).toBe(!adds)
    expect(/unsubscribe/i.test(text)).toBe(!adds)
  })

  test.each([
    ['en', 'Unsubscribe', 'View online', 'Read online'],
    ['de', 'Abbestellen', 'Im Browser ansehen', 'Im Browser lesen'],
    ['it', 'Annulla l’iscrizione', 'Visualizza online', 'Leggi online'],
    ['ar', 'إلغاء الاشتراك', 'عرض على الويب', 'اقرأ على الويب'],
    ['ja', '配信停止', 'ウェブで見る', 'ウェブで読む'],
  ])('has Campaign Monitor’s own tags around the words in %s', async (lang, out, view, read) => {
    const { html, text } = await draw({ target: 'campaign-monitor', template, lang })
    expect(html).toMatch(new RegExp(`<unsubscribe><span[^<>]*>${out}</span></unsubscribe>`))
    expect(html).toMatch(new RegExp(`<webversion><span[^<>]*>${view}</span></webversion>`))
    // The mastheads of all but `letter` have the web version as well.
    expect(html.match(/unsubscribe|webversion/g)).toHaveLength(template === 'letter' ? 4 : 6)
    // The colon of Japanese has its space within it.
    const [end, gap] = lang === 'ja' ? ['：', '\n?'] : [':', '[ \n]']
    expect(text).toContain(`\n${out}${end}\n[unsubscribe]\n`)
    expect(text).toMatch(new RegExp(`(?:^|\\n)${read}${end}${gap}\\[webversion\\]\\n`))
    expect(text.match(/unsubscribe\]|webversion\]/g)).toHaveLength(2)
    expect(text).not.toMatch(/<\/?(?:unsubscribe|webversion)|https:/)
  })

  test('the tags look like the links of other providers', async () => {
    const styleOf = (html: string, words: string) => {
      const style = new RegExp(` style="([^"]*)">${words}<`).exec(html)?.[1] ?? ''
      return Object.fromEntries(style.split(';').map((each) => each.split(':')))
    }
    const { html: link } = await draw({ target: 'mailchimp', template })
    const { html: tag } = await draw({ target: 'campaign-monitor', template })
    for (const words of ['Unsubscribe', 'View online']) {
      expect(styleOf(tag, words)).toEqual(styleOf(link, words))
      expect(styleOf(tag, words)).toHaveProperty('color')
    }
  })
})

/** Where the footers link to the subscriber's preferences, and by what. */
const preferences: Record<string, string> = {
  brevo: '{{ update_profile }}',
  buttondown: '{{ manage_subscription_url }}',
  'campaign-monitor': '<preferences>',
  customerio: '{% manage_subscription_preferences_url %}',
  kit: '{{ subscriber_preferences_url }}',
  klaviyo: '{% manage_preferences_link %}',
  mailchimp: '*|UPDATE_PROFILE|*',
  sendgrid: '{{{unsubscribe_preferences}}}',
}

describe.each(['default', 'letter', 'digest', 'brand'])(
  'the template %s links to preferences',
  (template) => {
    test.each(targetNames)('only where the provider has a page of them: %s', async (target) => {
      const { html, text } = await draw({ target, template })
      const tag = preferences[target]
      const [inHtml, inText] = [html, text].map((each) => each.includes('Manage preferences'))
      expect([inHtml, inText]).toEqual([tag !== undefined, tag !== undefined])
      if (tag) expect(html).toMatch(tag.startsWith('<') ? `${tag}<span` : `href="${tag}"`)
      expect(await drawWeb({ target, template })).not.toContain('Manage preferences')
    })
  },
)

test('a template of one’s own prints the tags from `merge`', async () => {
  const { html, text, reasons } = await draw({
    target: 'campaign-monitor',
    body: '<unsubscribe>Mine</unsubscribe> and [email,fallback=you].',
    checks: [unsubscribeLink],
    files: {
      'default/partials/footer.html':
        '<p><{{ merge.unsubscribe_element }}>No more</{{ merge.unsubscribe_element }}>, <{{ merge.web_element }}>web</{{ merge.web_element }}></p>',
      'default/partials/footer.txt': 'No more: {{ merge.unsubscribe_text }}, web: {{ merge.web_text }}',
    },
  })
  expect(reasons).toEqual([])
  expect(html).toMatch(/<p[^>]*><unsubscribe>No more<\/unsubscribe>, <webversion>web<\/webversion><\/p>/)
  expect(html).toContain('<unsubscribe>Mine</unsubscribe> and [email,fallback=you].')
  expect(text).toContain('No more: [unsubscribe], web: [webversion]')
  expect(text).toContain('<unsubscribe>Mine</unsubscribe> and [email,fallback=you].')
})

test('without them it is told what Campaign Monitor wants', async () => {
  const files = { 'default/partials/footer.html': '', 'default/partials/footer.txt': '' }
  const { reasons, notes } = await draw({ target: 'campaign-monitor', files, checks: [unsubscribeLink] })
  expect(reasons).toEqual(['Missing link to unsubscribe in the HTML'])
  expect(notes.join()).toMatch(
    /Campaign Monitor.*`<unsubscribe>Unsubscribe<\/unsubscribe>`.*`\[unsubscribe\]`/s,
  )
})

test.each([
  ['generic', 1],
  // Its footer prints the provider's own tag for it.
  ['mailchimp', 0],
  ['campaign-monitor', 1],
  ['buttondown', 0],
  ['beehiiv', 0],
  ['ghost', 0],
  ['loops', 0],
])('the postal address with the target %s', async (target, count) => {
  expect((await draw({ target, checks: [postalAddress] })).reasons).toHaveLength(count)
})

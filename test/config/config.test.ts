import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import type { Config } from '../../src/config/config.ts'
import { defineConfig } from '../../src/config/define-config.ts'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { validateConfigText, validateConfigValue } from '../../src/config/validate-config.ts'
import { replaceControlCharacters } from '../../src/report/replace-control-characters.ts'
import { defaultSettings } from '../../src/settings.ts'

const full: Config = {
  name: 'The News',
  description: 'News.',
  url: 'https://example.com/news//',
  from: '"Lovelace, Ada" <ada@example.com>',
  postalAddress: '1 Example Street\nBerlin',
  subscribe: 'https://example.com/subscribe',
  social: [
    'https://mastodon.example/@ada',
    'https://de.linkedin.com/in/ada',
    { name: 'Our forum', url: 'https://forum.example' },
  ],
  target: 'mailchimp',
  template: 'letter',
  lang: 'pt-BR',
  dir: 'rtl',
  theme: { accent: '#0f766e', width: 600 },
  assets: { baseUrl: 'https://cdn.example.com/x/' },
  utm: { source: 'news', medium: 'email', campaign: 'c' },
  polls: {
    url: 'https://example.com/?i={issue}&p={poll}&o={option}&n={index}',
    mailto: 'mailto:hello@example.com',
  },
  disclosure: 'Anzeige',
  merge: { fields: ['city'] },
  sponsors: { acme: { name: 'Acme', url: 'https://acme.example/', logo: 'images/acme.png', utm: true } },
  checks: { 'link-text': 'off', 'message-size': ['error', { max: 100_000 }] },
  clients: ['gmail', 'outlook.windows'],
}

describe('settings', () => {
  test('of an empty config are the defaults', () => {
    expect(resolveSettings({})).toEqual(defaultSettings)
  })

  test('have everything in a config, normalized', () => {
    const file = new VFile({ path: 'issue.config.json', value: JSON.stringify(full) })
    const settings = resolveSettings(validateConfigText(file))
    expect(file.messages.map(String)).toEqual([])
    expect(settings).toEqual({
      ...full,
      url: 'https://example.com/news',
      from: { name: 'Lovelace, Ada', email: 'ada@example.com' },
      assets: { baseUrl: 'https://cdn.example.com/x' },
      polls: { ...full.polls, mailto: 'hello@example.com' },
      social: [
        { name: 'Mastodon', url: 'https://mastodon.example/@ada' },
        { name: 'LinkedIn', url: 'https://de.linkedin.com/in/ada' },
        { name: 'Our forum', url: 'https://forum.example' },
      ],
      targets: ['mailchimp'],
      blocks: {},
      customTargets: {},
      markdown: { remarkPlugins: [], rehypePlugins: [] },
    })
  })

  test.each([
    ['https://münchen.example/neues blatt/', 'https://xn--mnchen-3ya.example/neues%20blatt'],
    ['https://example.com/a%20b/ü', 'https://example.com/a%20b/%C3%BC'],
  ])('have addresses in the form that mail clients open: %s', (url, expected) => {
    const { assets, ...settings } = resolveSettings({ url, assets: { baseUrl: url } })
    expect([settings.url, assets.baseUrl]).toEqual([expected, expected])
  })

  test("have the command line's target instead of the config's", () => {
    expect(resolveSettings({ target: 'mailchimp' }, { target: 'ghost' }).target).toBe('ghost')
    expect(resolveSettings({ target: ['kit', 'ses', 'kit'] })).toMatchObject({
      target: 'kit',
      targets: ['kit', 'ses'],
    })
  })

  test.each<[Config['checks'], unknown]>([
    [undefined, ['warning', { max: 2 }]],
    [{ 'sponsor-count': 'error' }, ['error', { max: 2 }]],
    [{ 'sponsor-count': ['error', { max: 1 }] }, ['error', { max: 1 }]],
  ])('have `sponsors.max` as an option of the check, beside %j', (checks, expected) => {
    const { acme } = full.sponsors ?? {}
    const settings = resolveSettings({ sponsors: { acme, max: 2 }, ...(checks && { checks }) })
    expect(settings.sponsors).toEqual({ acme })
    expect(settings.checks['sponsor-count']).toEqual(expected)
  })

  test('have a sender in parts', () => {
    expect(resolveSettings({ from: { name: 'Ada', email: 'ada@example.com' } }).from).toEqual({
      name: 'Ada',
      email: 'ada@example.com',
    })
  })
})

test('defineConfig returns the config', () => {
  expect(defineConfig(full)).toBe(full)
})

test('plugins of a JavaScript config are in the settings', () => {
  const plugin = () => () => {}
  const file = new VFile({ path: 'issue.config.mjs' })
  const config = validateConfigValue({ markdown: { remarkPlugins: [plugin, [plugin, { a: 1 }]] } }, file)
  expect(file.messages).toEqual([])
  expect(resolveSettings(config).markdown).toEqual({
    remarkPlugins: [plugin, [plugin, { a: 1 }]],
    rehypePlugins: [],
  })
})

describe('senders', () => {
  test.each(['ada@example.com', 'Ada <ada@example.com>', 'Ädä Ö. <ada+news@mail.example.co.uk>'])(
    '%s',
    (from) => {
      const file = new VFile()
      validateConfigValue({ from }, file)
      expect(file.messages).toEqual([])
    },
  )

  test.each([
    'Ada',
    'Ada <ada>',
    'Ada <ada@example.com',
    'a@b@c.de',
    'Ada\r\nBcc: x@example.com <ada@example.com>',
    { name: 'Ada' },
    { name: 'Ada\nBcc: x', email: 'ada@example.com' },
    { email: 'ada@example.com\n' },
    'Ädä <ädä@example.com>',
  ])('not %j', (from) => {
    const file = new VFile()
    expect(validateConfigValue({ from }, file)).toEqual({})
    expect(file.messages).toMatchObject([{ fatal: true, reason: expect.stringContaining('`from') }])
  })
})

test.each(['two', 2.5, -1])('the most sponsors of an issue are not %j', (max) => {
  const file = new VFile({ path: 'issue.config.json', value: JSON.stringify({ sponsors: { max } }) })
  validateConfigText(file)
  expect(file.messages).toMatchObject([
    {
      fatal: true,
      reason: `Unexpected \`${max}\` in \`sponsors.max\`, expected a whole number: how many sponsors an issue may have`,
      note: undefined,
    },
  ])
})

describe("a poll's address", () => {
  const listPlaceholders = (url: string, target?: string) => {
    const file = new VFile()
    validateConfigValue({ polls: { url } }, file, { target })
    return file.messages.map(({ reason }) => /`(\{.*?\})`/.exec(reason)?.[1])
  }

  test.each([
    ['https://x.yz/{issue}/{poll}/{option}/{index}', []],
    ['https://x.yz/{Issue}?s={voter}&{}', ['{Issue}', '{voter}', '{}']],
    ['https://x.yz/{{ subscriber.id }}{{{ pm }}}{% if a %}{$email}*|UNIQID|*%%{uuid}%%', []],
  ])('%s', (url, expected) => {
    expect(listPlaceholders(url)).toEqual(expected)
  })

  test("leaves the target's own tags alone", () => {
    expect(listPlaceholders('https://x.yz/?s={uuid}')).toEqual(['{uuid}'])
    expect(listPlaceholders('https://x.yz/?s={uuid}', 'ghost')).toEqual([])
  })
})

test('a list of targets is validated name by name', () => {
  const file = new VFile({ path: 'issue.config.yml', value: 'target: [kit, kti]\n' })
  validateConfigText(file)
  expect(file.messages.map(({ reason, line, column }) => [reason.slice(0, 41), line, column])).toEqual([
    ['Unexpected `kti` in `target.1`, expected ', 1, 15],
  ])
})

test.each([
  ['name: "Tea\\u202enews"', 'Unexpected `Tea�news` in `name`, expected a text without control characters'],
  [
    'from: "Ada\\u202e <ada@example.com>"',
    'Unexpected `Ada� <ada@example.com>` in `from`, expected an address without control characters',
  ],
  [
    'postalAddress: "1 Road\\u0007\\nBerlin"',
    'Unexpected `1 Road␇␊Berlin` in `postalAddress`, expected a text without control characters',
  ],
  [
    'sponsors: { acme: { name: "Acme\\u0085", url: "https://acme.org" } }',
    'Unexpected `Acme�` in `sponsors.acme.name`, expected a text without control characters',
  ],
])('control characters: %s', (yaml, reason) => {
  const file = new VFile({ path: 'issue.config.yml', value: yaml })
  validateConfigText(file)
  expect(
    file.messages.map((message) => [message.fatal, message.line, replaceControlCharacters(message.reason)]),
  ).toEqual([[true, 1, reason]])
})

test('lines and tabs of texts, and marks that languages need, are none', () => {
  const file = new VFile({
    path: 'issue.config.yml',
    value: 'name: "نامه\u200cها"\npostalAddress: "1 Road\\n\\tBerlin"\n',
  })
  validateConfigText(file)
  expect(file.messages).toEqual([])
})

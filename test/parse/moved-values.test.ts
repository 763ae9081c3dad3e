/** Values of front matter as other programs write them. */
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseIssue } from '../../src/parse/parse-issue.ts'
import { defaultSettings } from '../../src/settings.ts'

async function readMatter(lines: string, path = 'issues/a.md') {
  const file = new VFile({ path, value: `---\ntitle: T\n${lines}\n---\n\nText\n` })
  const { issue } = await parseIssue(file, defaultSettings)
  return { matter: issue.matter, messages: file.messages.map(({ reason }) => reason) }
}

describe('dates', () => {
  test.each([
    ['2015-01-20 12:00:00 -0500', '2015-01-20T12:00:00-05:00'],
    ['2015-01-20 12:00:00 +0000', '2015-01-20T12:00:00+00:00'],
    ['2015-01-20 12:00:00 UTC', '2015-01-20T12:00:00Z'],
    ['2015-01-20 12:00 +01:00', '2015-01-20T12:00:00+01:00'],
    ['2015-1-20', '2015-01-20'],
    ['2015-1-2 9:05', '2015-01-02T09:05:00'],
    ['2013/7/13 20:46:25', '2013-07-13T20:46:25'],
    ['2010-12-03 10:20', '2010-12-03 10:20'],
    ['2024-04-12T07:00:00.123456+00:00', '2024-04-12T07:00:00.123456+00:00'],
  ])('%s is %s', async (written, date) => {
    expect(await readMatter(`date: ${written}`)).toMatchObject({ matter: { date }, messages: [] })
  })

  test.each([
    '2015-13-1',
    '2015-02-30 12:00:00 UTC',
    '13/7/2013',
    '2015/1-20',
    'Last Modified',
    '2015-1-20 25:00',
  ])('%s is none', async (written) => {
    const { matter, messages } = await readMatter(`date: ${written}`)
    expect(matter.date).toBeUndefined()
    expect(messages).toEqual([
      `Unexpected \`${written}\` in \`date\`, expected a date such as \`2024-11-28\` or \`2024-11-28T09:12:00+01:00\``,
    ])
  })
})

describe('tags', () => {
  test.each([
    ['green tea, tasting', ['green tea', 'tasting']],
    ['green tasting', ['green', 'tasting']],
    ['tea, green; tasting', ['tea, green', 'tasting']],
    ['"#tea #tasting"', ['tea', 'tasting']],
    ['[2024, tea]', ['2024', 'tea']],
    ['', []],
  ])('%s', async (written, tags) => {
    expect(await readMatter(`tags: ${written}`)).toMatchObject({ matter: { tags }, messages: [] })
  })
})

describe('names of files', () => {
  test.each([
    ['issues/spring/index.md', { slug: 'spring' }],
    ['issues/2024-04-12-spring/index.markdown', { slug: '2024-04-12-spring', date: '2024-04-12' }],
    ['issues/spring/index.fr.md', { slug: 'spring.fr' }],
    ['issues/2015-1-20-spring.markdown', { slug: '2015-1-20-spring', date: '2015-01-20' }],
    ['issues/index.md', { slug: 'index' }],
    ['issues/spring/indexes.md', { slug: 'indexes' }],
  ])('%s', async (path, expected) => {
    expect((await readMatter('lang: en', path)).matter).toMatchObject(expected)
  })
})

describe('what keeps an article from being published', () => {
  test.each([
    'published: false',
    'status: draft',
    'Status: Draft',
    'publish: false',
    'is_published: false',
    'status: hidden',
    'draft: false\nstatus: draft',
  ])('%j makes a draft, and is named', async (lines) => {
    const { matter, messages } = await readMatter(lines)
    expect(matter.draft).toBe(true)
    expect(messages).toEqual([
      `Unexpected \`${lines.split('\n').at(-1)}\` in the front matter, expected \`draft: true\``,
    ])
  })

  test.each(['published: true', 'status: published', 'status: sent', 'publish: true', 'status:'])(
    '%j does not',
    async (lines) => {
      expect(await readMatter(lines)).toMatchObject({ matter: { draft: false }, messages: [] })
    },
  )

  test('a status that nobody knows is named, and builds', async () => {
    expect(await readMatter('status: on the desk')).toMatchObject({
      matter: { draft: false },
      messages: ['Unexpected `status: on the desk` in the front matter, expected `draft: true`'],
    })
  })
})

describe('keys of other programs', () => {
  test.each([
    'layout: post\ncategories: [a]\npermalink: /a/\ntype: post\naliases: [b]\nweight: 3\ntoc: true',
    'cssclasses: [wide]\neleventyNavigation: { key: a }\nextra: {}\ntaxonomies: {}\ncomments: true\nguid: 12',
    'id: 6c1b2a0e-4a44-4f5e-9d1c-1d8a3f5b7c90',
    'preheader: P\ndescription: D\nexcerpt: E',
    'date: 2024-04-12\npublish_date: 2024-04-13\ncreated: 2024-04-11',
    'image:\ncover: ""\nauthors: []\ndescription: ""',
  ])('%j are nothing to speak of', async (lines) => {
    const { messages } = await readMatter(lines)
    expect(messages).toEqual([])
  })

  test('of several for the same, one is named', async () => {
    const { messages } = await readMatter('description: D\nexcerpt: E\nsummary: S')
    expect(messages).toEqual(['Unexpected key `excerpt` in the front matter, expected `preheader`'])
  })

  test('keys that resemble none are named together', async () => {
    const { messages } = await readMatter('podcast: 1\nweather: fine\nmood: good')
    expect(messages).toEqual([
      'Unexpected keys `podcast`, `weather` and `mood` in the front matter, expected them below `params`',
    ])
  })

  test('a key with a capital is that key', async () => {
    const { matter, messages } = await readMatter('Subject: S\nPreheader: P\nSlug: s')
    expect([matter.subject, matter.preheader, matter.slug, messages]).toEqual(['S', 'P', 's', []])
  })
})

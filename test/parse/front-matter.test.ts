import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseIssue } from '../../src/parse/parse-issue.ts'
import { defaultSettings } from '../../src/settings.ts'

describe('front matter', () => {
  test.each(['js', 'javascript', 'json', 'coffee', 'toml'])(
    'in %s is refused and never run',
    async (language) => {
      const source = `---${language}\n{ title: (globalThis.hasRun = true, 'Run') }\n---\n\n# Heading\n`
      const { issue } = await parseIssue(new VFile({ path: 'a.md', value: source }), defaultSettings)
      expect('hasRun' in globalThis).toBe(false)
      expect(issue.matter.title).toBe('Heading')
      expect(issue.file.messages.map(String)).toEqual([
        `a.md:1:4-1:${4 + language.length}: Unexpected front matter language \`${language}\`, expected YAML`,
      ])
    },
  )

  test('is read anew each time: the same text has the same mistakes twice', async () => {
    const read = async () => {
      const file = new VFile({ path: 'a.md', value: '---\ntitel: Typo\ntitle: Right\n---\n' })
      const { issue } = await parseIssue(file, defaultSettings)
      return [issue.matter.title, file.messages.length]
    }
    expect([await read(), await read()]).toEqual([
      ['Right', 1],
      ['Right', 1],
    ])
  })

  test('may hold merge tags that are no YAML', async () => {
    const value = '---\nsubject: {{ first_name }}, hello\npreheader: *|FNAME|* reads\n---\n\n# Hi\n'
    const { issue, tags } = await parseIssue(new VFile({ path: 'a.md', value }), defaultSettings)
    expect(issue.file.messages).toEqual([])
    expect(tags.restore(issue.matter.subject)).toBe('{{ first_name }}, hello')
    expect(tags.restore(issue.matter.preheader)).toBe('*|FNAME|* reads')
  })
})

describe('defaults', () => {
  test('take no date from a name that begins with none', async () => {
    const { issue } = await parseIssue(new VFile({ path: '2024-02-30-x.md', value: '# H' }), defaultSettings)
    expect(issue.matter).not.toHaveProperty('date')
  })

  test.each([
    ['2024-11-28-sora.md', '# Heading', { slug: '2024-11-28-sora', date: '2024-11-28', title: 'Heading' }],
    ['Öl & Café.md', '# Heading', { slug: 'Öl-Café', subject: 'Heading' }],
    ['…….md', '# Heading', { slug: 'issue' }],
    ['a.md', '---\nsubject: Subject\n---\n\n# Heading', { subject: 'Subject', title: 'Heading' }],
    ['a.md', '---\nlang: he\n---\n\n# Heading', { lang: 'he', dir: 'rtl' }],
    ['a.md', '---\nlang: az-Arab\n---\n\n# Heading', { dir: 'rtl' }],
    ['a.md', '---\nlang: de-AT\n---\n\n# Heading', { dir: 'ltr' }],
    [
      'a.md',
      '---\nfrom: Ada <ada@example.com>\n---\n\n# H',
      { from: { name: 'Ada', email: 'ada@example.com' } },
    ],
  ])('of %s with %j', async (path, value, expected) => {
    const { issue } = await parseIssue(new VFile({ path, value }), defaultSettings)
    expect(issue.file.messages).toEqual([])
    expect(issue.matter).toMatchObject(expected)
  })
})

test('a wide colon is named where the front matter is one line', async () => {
  const file = new VFile({ path: 'a.md', value: '---\nsubject：全角\n---\n\n# H\n' })
  await parseIssue(file, defaultSettings)
  expect(file.messages.map(({ reason }) => reason)).toEqual([
    'Unexpected wide colon `：` after `subject`, expected `: `',
  ])
})

describe('a date that is none', () => {
  const parse = async (path: string, entry: string) => {
    const file = new VFile({ path, value: `---\nsubject: S\n${entry}\n---\n\n# H\n` })
    await parseIssue(file, defaultSettings)
    return file.messages.map(({ reason, note }) => `${reason} ${note ?? ''}`.trim())
  }
  const expected = 'expected a date such as `2024-11-28` or `2024-11-28T09:12:00+01:00`'

  test.each([
    ['5 May 2019', 'Write it as year, month and day: `2019-05-05`.'],
    ['May 5th, 2019', 'Write it as year, month and day: `2019-05-05`.'],
    ['Sun, 5 Sept. 2019', 'Write it as year, month and day: `2019-09-05`.'],
    ['2019年5月6日', 'Write it as year, month and day: `2019-05-06`.'],
    ['2019.5.6', 'Write it as year, month and day: `2019-05-06`.'],
    ['2019-02-30', 'February 2019 has 28 days.'],
    ['2019-13-01', 'There is no month 13.'],
    ['2019-01-0', 'There is no day 0 in a month.'],
    ['5/6/2019', ''],
    ['Maybe 5, 2019', ''],
    ['soon', ''],
  ])('%s is reported with advice', async (date, note) => {
    const reason = `Unexpected \`${date}\` in \`date\`, ${expected}`
    expect(await parse('a.md', `date: ${date}`)).toEqual([`${reason} ${note}`.trim()])
  })

  test.each([
    ['1557100800', 'Write it as year, month and day: `2019-05-06`.'],
    ['1557100800000', 'Write it as year, month and day: `2019-05-06`.'],
    ['20190506', 'Write it as year, month and day: `2019-05-06`.'],
    ['2019', 'A date has a year, a month and a day.'],
  ])('the number %s is reported with advice', async (date, note) => {
    const reason = `Unexpected \`${date}\` in \`date\`, expected a date such as \`2024-11-28\``
    expect(await parse('a.md', `date: ${date}`)).toEqual([`${reason} ${note}`])
  })

  test('is reported in the name of a file', async () => {
    expect(await parse('issues/2019-02-30-d9.md', 'lang: en')).toEqual([
      'Unexpected `2019-02-30` in the name of the file, expected a date that exists February 2019 has 28 days. The issue has no date. Rename the file, or write `date:` in the front matter.',
    ])
    expect(await parse('issues/2019-02-30-d9.md', 'date: 2019-02-28')).toEqual([])
    expect(await parse('issues/2019-02-2800.md', 'lang: en')).toEqual([])
  })

  test('is reported in the key of another program', async () => {
    expect(await parse('issues/a.md', 'created: 2022-02-30')).toEqual([
      'Unexpected `2022-02-30` in `created`, expected a date that exists February 2022 has 28 days. For the date of the issue, write `date:` with the right one in its place.',
    ])
    expect(await parse('issues/a.md', 'date: 2022-02-28\ncreated: 2022-02-30')).toEqual([])
    expect(await parse('issues/2022-02-28.md', 'created: 2022-02-30')).toEqual([])
  })
})

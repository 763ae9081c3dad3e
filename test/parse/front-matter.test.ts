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

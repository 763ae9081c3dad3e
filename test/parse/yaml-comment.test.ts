/** A `#` in a text of YAML: what was meant as text is reported, what was meant as a comment is not. */
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { validateConfigText } from '../../src/config/validate-config.ts'
import { validateSponsors } from '../../src/config/validate-sponsors.ts'
import { parseIssue } from '../../src/parse/parse-issue.ts'
import { defaultSettings } from '../../src/settings.ts'

const quoted = 'expected quotation marks around a text with `#`'

async function readIssue(matter: string): Promise<VFile> {
  const file = new VFile({ path: 'a.md', value: `---\n${matter}\n---\n\n# Heading\n` })
  await parseIssue(file, defaultSettings)
  return file
}

function readConfig(value: string): VFile {
  const file = new VFile({ path: 'issue.config.yml', value })
  validateConfigText(file)
  return file
}

function readSponsors(value: string): VFile {
  const file = new VFile({ path: 'sponsors.yml', value })
  validateSponsors(file, [], defaultSettings)
  return file
}

function find(file: VFile) {
  return file.messages.filter(({ ruleId }) => ruleId === 'yaml-comment')
}

describe('a comment that cuts a text is reported', () => {
  test.each([
    ['subject: Issue #12 is here', '2:16-2:27', '#12 is here', 'subject', 'subject: "Issue #12 is here"'],
    ['subject: We are # 1', '2:17-2:20', '# 1', 'subject', 'subject: "We are # 1"'],
    ['subject: C # for all', '2:12-2:21', '# for all', 'subject', 'subject: "C # for all"'],
    ['subject: #1 in the charts', '2:10-2:26', '#1 in the charts', 'subject', 'subject: "#1 in the charts"'],
    ['subject: Say "hi" #12', '2:19-2:22', '#12', 'subject', `subject: 'Say "hi" #12'`],
    ['subject:\n  A long\n  one #12', '4:7-4:10', '#12', 'subject', 'subject: "A long one #12"'],
    ['subject: {{ first_name }} #12', '2:27-2:30', '#12', 'subject', 'subject: "{{ first_name }} #12"'],
    ['subject: Issue #12\r\ntitle: T', '2:16-2:19', '#12', 'subject', 'subject: "Issue #12"'],
    ['tags:\n  - season #2', '3:12-3:14', '#2', 'tags', '- "season #2"'],
    ['from: { name: Ada #1\n  }', '2:19-2:21', '#1', 'from.name', 'name: "Ada #1"'],
    ['params: { a: { season: Winter #2 } }', '2:31-2:33', '#2', 'params.a.season', 'season: "Winter #2"'],
  ])('in front matter: %s', async (matter, place, lost, key, typed) => {
    const [message, ...others] = find(await readIssue(matter))
    expect(others).toEqual([])
    expect(message).toMatchObject({
      fatal: false,
      reason: `Unexpected comment \`${lost}\` in \`${key}\`, ${quoted}`,
    })
    expect(String(message)).toContain(`a.md:${place}: `)
    expect(message?.note).toContain(`Write \`${typed}\`.`)
  })

  test.each([
    ['name: The C #sharp Weekly', 'name', 'name: "The C #sharp Weekly"'],
    ['postalAddress: 1 Lane, Apt #4, Berlin', 'postalAddress', 'postalAddress: "1 Lane, Apt #4, Berlin"'],
    ['theme:\n  accent: #0f766e', 'theme.accent', 'accent: "#0f766e"'],
    ['theme:\n  rule: 1px solid #ddd', 'theme.rule', 'rule: "1px solid #ddd"'],
    ['sponsors: { acme: { name: Acme #1 } }', 'sponsors.acme.name', 'name: "Acme #1"'],
  ])('in the config: %s', (value, key, typed) => {
    const [message] = find(readConfig(value))
    expect(message?.reason).toContain(` in \`${key}\`, `)
    expect(message?.note).toContain(`Write \`${typed}\`.`)
  })

  test('in sponsors.yml', () => {
    const file = readSponsors('acme:\n  name: Acme\n  url: https://acme.example/\n  cta: Be #1\n')
    expect(file.messages.map(String)).toEqual([
      `sponsors.yml:4:11-4:13: Unexpected comment \`#1\` in \`acme.cta\`, ${quoted}`,
    ])
  })
})

describe('a comment stays one', () => {
  test.each([
    'subject: "Issue #12" #13',
    'subject: C# and F#',
    'subject: Sora  # to be improved',
    'author: Ada # to be improved',
    'subject: Sora   # 2nd try',
    '#subject: Sora\ntitle: T',
    'subject: Sora\n  #12 on a line of its own\ntitle: T',
    'subject: |\n  Sora #12',
    'subject: Sora #issue-disable subject-length',
    'subject: Sora # issue-disable subject-length',
    'draft: false #12',
    'date: 2024-11-28 #12',
    'template: default #12',
    'lang: en #english',
    'params: { year: 2024 #12\n  }',
  ])('in front matter: %s', async (matter) => {
    expect(find(await readIssue(matter))).toEqual([])
  })

  test.each([
    'target: kit   #provider',
    'url: https://example.com #12',
    'theme: #colours\n  accent: "#0f766e" #teal',
    'checks:\n  link-text: off #12',
    'name: The News # what readers know it by',
  ])('in the config: %s', (value) => {
    expect(find(readConfig(value))).toEqual([])
  })

  test('in sponsors.yml, after a day', () => {
    const value = 'acme:\n  name: Acme\n  url: https://acme.example/\n  from: 2024-11-28 #first\n'
    expect(readSponsors(value).messages).toEqual([])
  })
})

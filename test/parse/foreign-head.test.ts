/** Front matter of other tools is reported, and a text that only resembles it is not. */
import { toString as toText } from 'mdast-util-to-string'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseIssue } from '../../src/parse/parse-issue.ts'
import { defaultSettings } from '../../src/settings.ts'

const toml = 'Unexpected front matter language TOML, expected YAML'
const dashes = 'Missing `---` lines around the front matter'

async function readIssue(value: string) {
  const { issue } = await parseIssue(new VFile({ path: 'a.md', value }), defaultSettings)
  return { messages: issue.file.messages, text: toText(issue.tree) }
}

describe('front matter of other tools', () => {
  test.each([
    ['+++\ntitle = "Sora"\ndraft = true\n+++\n\n# Text\n', '1:1-1:4', 'title: "Sora"'],
    ['+++\r\ndraft = true\r\n+++\r\n\r\n# Text\r\n', '1:1-1:4', 'draft: true'],
    [
      '\n+++\n# a comment\ntitle = "{{ first_name }}"\n[params]\na = 1\n+++\n# Text\n',
      '2:1-2:4',
      'title: "{{ first_name }}"',
    ],
  ])('in TOML: %j', async (value, place, typed) => {
    const { messages, text } = await readIssue(value)
    expect(messages.map(String)).toEqual([`a.md:${place}: ${toml}`])
    expect(messages[0]).toMatchObject({ ruleId: 'front-matter-language', fatal: true })
    expect(messages[0]?.note).toContain(`: \`${typed}\` instead of `)
    expect(text).toBe('Text')
  })

  test.each([
    ['Title: Sora\nDate: 2024-11-28\n\n# Text\n', '1:1-1:12', 'Title: Sora'],
    ['title: Sora\n\n# Text\n', '1:1-1:12', 'title: Sora'],
    ['Date: 2024-11-28\r\nTags: ai, video\r\n\r\nText\r\n', '1:1-1:17', 'Date: 2024-11-28'],
    ['Subject: Hello {{ first_name }}\nText\n', '1:1-1:32', 'Subject: Hello {{ first_name }}'],
    ['title: Sora\ndate: 2024-11-28\n---\n\n# Text\n', '1:1-1:12', 'title: Sora'],
  ])('without dashes: %j', async (value, place, line) => {
    const { messages } = await readIssue(value)
    const [message, ...others] = messages.filter(({ ruleId }) => ruleId === 'front-matter-dashes')
    expect(others).toEqual([])
    expect(String(message)).toBe(`a.md:${place}: ${dashes}`)
    expect(message).toMatchObject({ fatal: true })
    expect(message?.note).toContain(`above \`${line}\``)
  })
})

describe('text is text', () => {
  test.each([
    'Note: this is the last issue.\n\n# Text\n',
    'Anna: What is Sora?\nBen: A model.\n\n# Text\n',
    'Date: 5 May\nPlace: Berlin\n\n# Text\n',
    'Title: a word that I look up\n===\n\nText\n',
    '**Title:** a word\n\n# Text\n',
    '# Text\n\nTitle: Sora\nDate: 2024-11-28\n',
    'https://example.com/title\n\n# Text\n',
    '+++ Sora is here +++\n\n# Text\n',
    '+++\nBreaking\n+++\n\n# Text\n',
  ])('%j', async (value) => {
    const { messages, text } = await readIssue(value)
    expect(messages).toEqual([])
    expect(text).toContain('Text')
  })
})

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

describe('front matter in other languages', () => {
  test.each([
    ['{\n  "title": "Sora",\n  "draft": true\n}\n\n# Text\n', '1:1-1:2', 'JSON'],
    [';;;\r\n{\r\n  "title": "Sora"\r\n}\r\n;;;\r\n\r\n# Text\r\n', '1:1-1:4', 'JSON'],
    ['.. title: Sora\n.. slug: sora\n\n# Text\n', '1:1-1:15', 'reStructuredText'],
    ['<!--\n.. title: Sora\n.. slug: sora\n-->\n\n# Text\n', '1:1-1:5', 'reStructuredText'],
    [':title: Sora\n:date: 2024-11-28\n\n# Text\n', '1:1-1:13', 'reStructuredText'],
    ['% Sora\n% Douglas\n\n# Text\n', '1:1-1:7', 'Pandoc'],
    ['#+TITLE: Sora\n#+DATE: 2024-11-28\n\n# Text\n', '1:1-1:14', 'Org'],
    ['<!--\ntitle: Sora\ndate: 2024-11-28\n-->\n\n# Text\n', '1:1-1:5', 'of a comment'],
    ['```yaml\ntitle: Sora\n```\n\n# Text\n', '1:1-1:8', 'of a code block'],
  ])('%j', async (value, place, language) => {
    const { messages, text } = await readIssue(value)
    expect(messages.map(String)).toEqual([
      `a.md:${place}: Unexpected front matter language ${language}, expected YAML`,
    ])
    expect(messages[0]).toMatchObject({ ruleId: 'front-matter-language', fatal: true })
    expect(text).toBe('Text')
  })
})

describe('front matter between other lines, or below other text', () => {
  test.each([
    ['—\ntitle: Sora\n—\n\n# Text\n', '1:1-1:2', 'Unexpected `—` around the front matter, expected `---`'],
    [
      '----\ntitle: Sora\n----\n\n# Text\n',
      '1:1-1:5',
      'Unexpected `----` around the front matter, expected `---`',
    ],
    [
      '***\r\ntitle: Sora\r\n***\r\n\r\n# Text\r\n',
      '1:1-1:4',
      'Unexpected `***` around the front matter, expected `---`',
    ],
    ['\n---\ntitle: Sora\n---\n\n# Text\n', '2:1-2:4', 'Unexpected white space before the front matter'],
    [' ---\ntitle: Sora\n---\n\n# Text\n', '1:2-1:5', 'Unexpected white space before the front matter'],
    ['# Text\n---\ntitle: Sora\n---\n', '2:1-2:4', 'Unexpected text before the front matter'],
    [
      '<!-- draft -->\n\n---\ntitle: Sora\ndate: 2024-11-28\n---\n# Text\n',
      '3:1-3:4',
      'Unexpected text before the front matter',
    ],
  ])('%j', async (value, place, reason) => {
    const { messages } = await readIssue(value)
    expect(messages.map(String)).toEqual([`a.md:${place}: ${reason}`])
    expect(messages[0]).toMatchObject({ ruleId: 'front-matter-dashes', fatal: true })
  })
})

describe('text is text', () => {
  test.each([
    '# Text\n\n---\nDate: 5 May\n---\n',
    '# Text\n\n---\n\nTitle: Sora\n\n---\n',
    '***\nDate: 5 May\n***\n\n# Text\n',
    '{ curly } words\n\n# Text\n',
    '% of readers\n\n# Text\n',
    '<!-- title: ask Ann -->\n\n# Text\n',
    ':tada: it is here\n\n# Text\n',
    '```js\ntitle = 1\n```\n\n# Text\n',
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

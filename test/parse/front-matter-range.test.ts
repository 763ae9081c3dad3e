/** Where front matter begins and ends: what gray-matter reads is the truth, and every reader goes by it. */
import matter from 'gray-matter'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseSwitches } from '../../src/checks/switches.ts'
import { validateSwitches } from '../../src/newsletter/validate-switches.ts'
import { frontMatterRange } from '../../src/parse/front-matter-range.ts'
import { parseIssue, parseMatter } from '../../src/parse/parse-issue.ts'
import { defaultSettings } from '../../src/settings.ts'

const yaml = '# issue-disable bad-word\ntitle: T'

/** What a file opens with; `⏎` is its line end. */
const sources: [name: string, source: string][] = [
  ['plain', `---\n${yaml}\n---\n\nText\n`],
  ['a language', `---yaml\n${yaml}\n---\n\nText\n`],
  ['a short language', `---yml\n${yaml}\n---\nText\n`],
  ['a language in capitals', `---YAML\n${yaml}\n---\nText\n`],
  ['a language after a space', `--- yaml\n${yaml}\n---\nText\n`],
  ['a space at the end', `--- \n${yaml}\n---\nText\n`],
  ['spaces at both ends', `---  \n${yaml}\n---  \nText\n`],
  ['a byte order mark', `\ufeff---\n${yaml}\n---\nText\n`],
  ['a byte order mark and a language', `\ufeff---yaml\n${yaml}\n---\nText\n`],
  ['line ends of Windows', `---\r\n${yaml.replace('\n', '\r\n')}\r\n---\r\nText\r\n`],
  ['line ends of Windows and a language', `---yaml\r\n${yaml.replace('\n', '\r\n')}\r\n---\r\nText\r\n`],
  ['no text', `---\n${yaml}\n---`],
  ['a divider in the text', `---\n${yaml}\n---\nText\n\n---\n\nText\n`],
]

const empty: [name: string, source: string][] = [
  ['nothing in it', '---\n---\n\n# issue-disable bad-word\n\n---\n\nText\n'],
  ['nothing in it, in Windows', '---\r\n---\r\n\r\n# issue-disable bad-word\r\n\r\n---\r\n\r\nText\r\n'],
  ['nothing in it but a language', '---yaml\n---\n\n# issue-disable bad-word\n\n---\n\nText\n'],
]

const none: [name: string, source: string][] = [
  ['a line of dashes', '----\n# issue-disable bad-word\n---\n'],
  ['a blank line first', '\n---\n# issue-disable bad-word\n---\n'],
  ['no end', '---\n# issue-disable bad-word\n'],
  ['Markdown alone', '# issue-disable bad-word\n'],
]

/** An engine that tells what it was given. */
function readByGrayMatter(source: string): { written: string; content: string } {
  let written = ''
  const parse = (text: string) => {
    written = text
    return {}
  }
  const { content } = matter(source, { language: 'yaml', engines: { yaml: parse, YAML: parse } })
  return { written, content }
}

describe.each(sources)('front matter with %s', (_, source) => {
  test('ends where gray-matter says', () => {
    const range = frontMatterRange(source)
    const { written, content } = readByGrayMatter(source)
    expect(source.slice(range?.contentStart, range?.contentEnd).trim()).toBe(written.trim())
    expect(source.slice(range?.end)).toBe(content)
  })

  test('is read', async () => {
    const { issue } = await parseIssue(new VFile({ path: 'a.md', value: source }), defaultSettings)
    expect(issue.file.messages.map(String)).toEqual([])
    expect(issue.matter.title).toBe('T')
  })

  test('may switch checks off', () => {
    const isOff = parseSwitches({ type: 'root', children: [] }, source)
    expect(isOff('bad-word', 1)).toBe(true)
    const file = new VFile(source)
    validateSwitches({ type: 'root', children: [] }, file, defaultSettings)
    expect(file.messages.map(({ reason, line }) => [reason, line])).toEqual([
      [expect.stringMatching(/^Unexpected check `bad-word` in `issue-disable`/), 2],
    ])
  })
})

describe.each([...empty, ...none])('front matter with %s', (_, source) => {
  test('switches nothing off', () => {
    expect(parseSwitches({ type: 'root', children: [] }, source)('bad-word', 1)).toBe(false)
    const file = new VFile(source)
    validateSwitches({ type: 'root', children: [] }, file, defaultSettings)
    expect(file.messages).toEqual([])
  })
})

test.each([
  ['line ends of old Macs', '---\rslug: mac\r---\rText\r'],
  ['a byte order mark', '\ufeff---\nslug: mac\n---\nText\n'],
])('front matter of a file with %s is read alone, too', (_, value) => {
  expect(parseMatter(new VFile({ path: 'a.md', value }), defaultSettings).slug).toBe('mac')
})

test.each(empty)('front matter with %s ends where gray-matter says', (_, source) => {
  expect(source.slice(frontMatterRange(source)?.end)).toBe(readByGrayMatter(source).content)
})

test.each(none)('%s is no front matter that ends', (_, source) => {
  expect(frontMatterRange(source)?.isClosed ?? false).toBe(false)
})

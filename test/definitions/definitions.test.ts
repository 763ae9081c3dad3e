/**
 * Files of shared definitions: how they are found and read, and that an issue with them is the same as one that has its
 * own. What references to them become is in `test/render/shared-definitions/`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, onTestFinished, test } from 'vitest'
import { build } from '../../src/build.ts'
import type { Config } from '../../src/config/config.ts'
import { parseDefinitions } from '../../src/parse/parse-definitions.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'

const config = 'name: The Test\nurl: https://test.news\npostalAddress: 1 Tower Road, Hillside\n'

const issue = (body: string) =>
  `---\nsubject: What the test saw today\npreheader: And what it did about it, if anything\n---\n\n${body}\n`

/** Creates a newsletter's folder with a config and one issue, `one.md`, which are replaced by what is given. */
function createFolder(given: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'issuepress-definitions-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const files = {
    'issue.config.yml': config,
    'issues/one.md': issue('Read the [handbook].'),
    ...given,
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

async function buildFolder(given: Record<string, string>, options: { config?: string | Config } = {}) {
  const root = createFolder(given)
  const { outcome, files, issues } = await build({ root, ...options })
  const printed = formatPretty(files, { colour: false })
  return {
    outcome,
    messages: printed.split('\n').filter((line) => /^\S+? {2}(?:warning|error)/.test(line)),
    printed,
    slugs: issues.map(({ slug }) => slug),
    read: (path: string) => readFileSync(join(root, 'dist', path), 'utf8'),
  }
}

function readDefinitions(value: string, target = 'generic') {
  const file = new VFile({ path: 'definitions.md', value })
  const definitions = parseDefinitions([file], { targets: [target], customTargets: {} })
  return {
    links: definitions.map(({ label, url, title }) => `${label} → ${url}${title ? ` (${title})` : ''}`),
    messages: file.messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`),
  }
}

describe('a file of shared definitions is found', () => {
  const handbook = '[handbook]: https://pages.news/handbook\n'

  test('beside the config', async () => {
    const { messages, read } = await buildFolder({ 'definitions.md': handbook })
    expect(messages).toEqual([])
    expect(read('one/email.txt')).toContain('Read the handbook [1].')
    expect(read('one/email.txt')).toContain('[1] https://pages.news/handbook\n')
  })

  test('where the config says, and nowhere else', async () => {
    const { messages, read } = await buildFolder({
      'issue.config.yml': `${config}markdown: { definitions: links/all.md }\n`,
      'definitions.md': '[handbook]: https://pages.news/not-this\n',
      'links/all.md': handbook,
    })
    expect(messages).toEqual([])
    expect(read('one/email.txt')).toContain('[1] https://pages.news/handbook\n')
  })

  test('in several files, the first of which counts', async () => {
    const { messages, read } = await buildFolder({
      'issue.config.yml': `${config}markdown: { definitions: [a.md, b.md, a.md] }\n`,
      'issues/one.md': issue('Read the [handbook] and [the map][map].'),
      'a.md': handbook,
      'b.md': '[map]: https://pages.news/map\n[Handbook]: https://pages.news/other\n',
    })
    expect(messages).toEqual([
      'b.md:2:1  warning  Unexpected second address of `Handbook`, expected `https://pages.news/handbook` in `a.md`  (definition-file)',
    ])
    expect(read('one/email.txt')).toContain('[1] https://pages.news/handbook\n[2] https://pages.news/map\n')
  })

  test('in `issues/`, where it is no issue', async () => {
    const { messages, slugs } = await buildFolder({
      'issue.config.yml': `${config}markdown: { definitions: issues/links.md }\n`,
      'issues/links.md': handbook,
    })
    expect(messages).toEqual([])
    expect(slugs).toEqual(['one'])
  })

  test('unless it is missing or elsewhere, which is an error at its line', async () => {
    const written = `${config}markdown:\n  definitions:\n    - issues\n    - gone.md\n    - ../../elsewhere.md\n`
    const { outcome, messages } = await buildFolder({ 'issue.config.yml': written })
    expect(outcome).toBe('misconfigured')
    expect(messages).toEqual([
      'issue.config.yml:6:7  error  Cannot find the file `issues` of `markdown.definitions`  (config)',
      'issue.config.yml:7:7  error  Cannot find the file `gone.md` of `markdown.definitions`  (config)',
      "issue.config.yml:8:7  error  Unexpected path `../../elsewhere.md` in `markdown.definitions`, expected one in the newsletter's folder  (config)",
    ])
  })

  test('unless the config is a value of another kind', async () => {
    const written = `${config}markdown: { definitions: { handbook: "https://pages.news" } }\n`
    const { outcome, messages } = await buildFolder({ 'issue.config.yml': written })
    expect(outcome).toBe('misconfigured')
    expect(messages).toEqual([
      'issue.config.yml:4:26  error  Unexpected map in `markdown.definitions`, expected the path of a Markdown file, or a list of paths  (config)',
    ])
  })

  test('in another encoding, which is an error', async () => {
    const root = createFolder({})
    writeFileSync(join(root, 'definitions.md'), Buffer.from('[café]: https://pages.news\n', 'latin1'))
    const { outcome, files } = await build({ root })
    expect(outcome).toBe('misconfigured')
    expect(files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))).toEqual(['file-encoding'])
  })
})

describe('of a file of shared definitions', () => {
  test('definitions in every form of Markdown are read', () => {
    const { links, messages } = readDefinitions(`# Links

[one]: https://pages.news/1
[Two Words]: <https://pages.news/two words> "Two"
[three\\]]:
  https://pages.news/3
  'Three'

<!-- a remark -->

* * *

[four]: https://pages.news/a&amp;b
`)
    expect(links).toEqual([
      'one → https://pages.news/1',
      'Two Words → https://pages.news/two words (Two)',
      'three\\] → https://pages.news/3 (Three)',
      'four → https://pages.news/a&b',
    ])
    expect(messages).toEqual([])
  })

  test.each([
    ['', []],
    ['\n\n', []],
    ['---\ntitle: Links\n---\n[one]: https://pages.news/1', ['one → https://pages.news/1']],
    [
      '\ufeff[one]: https://pages.news/1\r\n[two]: https://pages.news/2\r\n',
      ['one → https://pages.news/1', 'two → https://pages.news/2'],
    ],
    ['[one]: https://pages.news/1\n[ONE]: https://pages.news/1', ['one → https://pages.news/1']],
  ])('%j has no mistake', (text, expected) => {
    const { links, messages } = readDefinitions(text)
    expect(links).toEqual(expected)
    expect(messages).toEqual([])
  })

  test('other text is reported, once with all its lines', () => {
    const { links, messages } = readDefinitions(
      'Our links:\n[lost]: https://pages.news/lost\n\n[one]: https://pages.news/1\n\n[two]: https://pages.news/2 and more\n\n[^note]: A footnote.\n',
    )
    expect(links).toEqual(['one → https://pages.news/1'])
    expect(messages).toEqual(['1:1 Unexpected text, expected only definitions, also in lines 6 and 8'])
  })

  test("a site generator's tags are reported, once with all their lines", () => {
    const { links, messages } = readDefinitions(
      '{% comment %}\n[old]: https://pages.news/old\n{% endcomment %}\n{% raw %}\n[one]: https://pages.news/1\n{% include linkers/issues.md %}\n[two]: https://pages.news/2\n  {%- assign base = "https://pages.news" -%}\n{% endraw %}\n',
    )
    expect(links).toEqual(['one → https://pages.news/1', 'two → https://pages.news/2'])
    expect(messages).toEqual([
      '6:1 Unexpected tag `{% include linkers/issues.md %}`, expected only definitions, also in line 8',
    ])
  })

  test('a second address of a label is reported, once for each label', () => {
    const { links, messages } = readDefinitions(
      '[one]: https://pages.news/1\n[one]: https://pages.news/2\n[One]: https://pages.news/3\n',
    )
    expect(links).toEqual(['one → https://pages.news/1'])
    expect(messages).toEqual(['2:1 Unexpected second address of `one`, expected `https://pages.news/1`'])
  })

  test("the target's merge tags are a part of addresses", () => {
    const text = '[account]: https://pages.news/{{ subscriber.id | default: "x" }}\n[home]: *|ARCHIVE|*\n'
    expect(readDefinitions(text, 'kit').links).toEqual([
      'account → https://pages.news/{{ subscriber.id | default: "x" }}',
      'home → *|ARCHIVE|*',
    ])
  })

  test('20,000 definitions are read', () => {
    const text = Array.from(
      { length: 20_000 },
      (_, index) => `[label number ${index}]: https://pages.news/some/path/${index}\n`,
    ).join('')
    const { links, messages } = readDefinitions(text)
    expect(links).toHaveLength(20_000)
    expect(links.at(-1)).toBe('label number 19999 → https://pages.news/some/path/19999')
    expect(messages).toEqual([])
  })
})

describe('an issue with shared definitions', () => {
  const definitions = `[handbook]: https://pages.news/handbook "The book"
[account]: https://pages.news/account?id={{ subscriber.id }}
[topic two]: https://pages.news/two
`
  const body = `The [handbook], [*your* account][ACCOUNT], [this][topic
two] and [HANDBOOK][].

- [Handbook]

:::callout
[The second][topic two]
:::
`

  test.each(['kit', 'mailchimp', 'generic'])('is the same as one with its own, for %s', async (target) => {
    const written = `${config}target: ${target}\nutm: { source: test, medium: email }\n`
    const shared = await buildFolder({
      'issue.config.yml': written,
      'issues/one.md': issue(body),
      'definitions.md': definitions,
    })
    const own = await buildFolder({
      'issue.config.yml': written,
      'issues/one.md': issue(`${body}\n${definitions}`),
    })
    expect(own.read('one/email.txt')).toContain('The handbook [1], _your_ account')
    for (const path of ['one/email.html', 'one/email.txt', 'one/index.html', 'one/issue.json'])
      expect(shared.read(path)).toBe(own.read(path))
  })

  test('has tags in double brackets as links, as with its own', async () => {
    const { read } = await buildFolder({
      'issues/one.md': issue('See [[handbook]].'),
      'issue.config.yml': `${config}target: mailgun\n`,
      'definitions.md': definitions,
    })
    expect(read('one/email.txt')).toContain('See [handbook [1]].')
  })

  test('links to issues that lie beside it, and to those beside the file', async () => {
    const { messages, read } = await buildFolder({
      'issues/one.md': issue('The [last one][last], [the same][same] and the [deepest][deep].'),
      'issues/2024/two.md': issue('See [the first][first].'),
      'definitions.md': '[last]: one.md\n[same]: issues/one.md#top\n[deep]: 2024/two.md\n[first]: one.md\n',
    })
    expect(messages).toEqual([])
    expect(read('one/email.txt')).toContain(
      '[1] https://test.news/one/\n[2] https://test.news/one/#top\n[3] https://test.news/two/\n',
    )
    expect(read('two/email.txt')).toContain('[1] https://test.news/one/\n')
  })

  test('has its links checked at its own lines', async () => {
    const { messages } = await buildFolder({
      'issues/one.md': issue('[The first one][gone] and [visit us][site].'),
      'definitions.md': '[gone]: gone.md\n[site]: pages.news/us\n',
    })
    expect(messages).toEqual([
      'issues/one.md:6:1  error  Cannot find the issue `../gone.md`  (link-address)',
      'issues/one.md:6:27  error  Unexpected relative address `pages.news/us`, expected a whole one  (link-address)',
    ])
  })

  test('is told of `definitions.md` where many definitions are missing', async () => {
    const references = ['a', 'b', 'c', 'd', 'e', 'f'].map((label) => `[The ${label}][page ${label}]`)
    const { messages, printed } = await buildFolder({ 'issues/one.md': issue(`${references.join(', ')}.`) })
    expect(messages).toEqual([
      'issues/one.md:6:1  warning  Missing definitions of 6 links: `page a`, `page b`, `page c` and 3 more  (link-definition)',
    ])
    expect(printed.replace(/\s+/g, ' ')).toContain(
      'write them (`[label]: https://…`) into a file `definitions.md` beside the config, else into the issue.',
    )
  })

  test('sees them with plugins of its own', async () => {
    const { read } = await buildFolder(
      { 'definitions.md': definitions },
      {
        config: { name: 'N', postalAddress: '1 Road', markdown: { remarkPlugins: [() => () => undefined] } },
      },
    )
    expect(read('one/email.txt')).toContain('[1] https://pages.news/handbook\n')
  })
})

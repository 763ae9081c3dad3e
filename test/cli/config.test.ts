import { describe, expect, test } from 'vitest'
import { makeNewsletter, noChecks, pixel, toIssue } from './newsletter.ts'

const issues = { 'issues/a.md': toIssue('A') }
const record = 'dist/a/issue.json'

describe('a config of every kind', () => {
  test.each([
    ['yml', `url: https://example.com/yml/\nchecks: ${noChecks}\n`],
    ['yaml', `url: https://example.com/yaml\nchecks: ${noChecks}\n`],
    ['json', `{\n\t"url": "https://example.com/json",\n\t"checks": ${noChecks}\n}\n`],
    ['mjs', `export default { url: 'https://example.com/mjs', checks: ${noChecks} }\n`],
    ['js', `export default { url: 'https://example.com/js', checks: ${noChecks} }\n`],
    [
      'ts',
      `import { defineConfig } from 'issuepress'\nconst url: string = 'https://example.com/ts'\nexport default defineConfig({ url, checks: ${noChecks} })\n`,
    ],
  ])('issue.config.%s', async (extension, text) => {
    const newsletter = makeNewsletter({ ...issues, [`issue.config.${extension}`]: text })
    const { code, stderr } = await newsletter.issue('build')
    expect(code, stderr).toBe(0)
    expect(newsletter.json(record).url).toBe(`https://example.com/${extension}/a/`)
    expect(newsletter.list('.').filter((path) => !/^(dist|issues|issue\.config)/.test(path))).toEqual([])
  })

  test('the one that --config names, from anywhere', async () => {
    const newsletter = makeNewsletter({
      ...issues,
      'issue.config.yml': 'url: https://example.com/not-this\n',
    })
    newsletter.write('../other.json', `{ "url": "https://example.com/this", "checks": ${noChecks} }`)
    const { code } = await newsletter.issue('build', '--config', '../other.json')
    expect(code).toBe(0)
    expect(newsletter.json(record).url).toBe('https://example.com/this/a/')
  })

  test('an empty one, and one whose keys wait to be filled in', async () => {
    const newsletter = makeNewsletter({ ...issues, 'issue.config.yml': '# nothing yet\n' })
    expect((await newsletter.issue('build')).code).not.toBe(2)
    newsletter.write('issue.config.yml', `postalAddress:\npolls:\n  url:\nchecks: ${noChecks}\n`)
    expect((await newsletter.issue('build')).code).toBe(0)
    newsletter.write('issue.config.yml', 'checks:\n  subject-length:\n')
    expect((await newsletter.issue('build')).code).not.toBe(2)
  })

  test('plugins of a JavaScript config run', async () => {
    const plugin =
      "() => (tree) => { tree.children.push({ type: 'thematicBreak' }, { type: 'paragraph', children: [{ type: 'text', value: 'PLUGGED' }] }) }"
    const newsletter = makeNewsletter({
      ...issues,
      'issue.config.mjs': `export default { markdown: { remarkPlugins: [${plugin}] }, checks: ${noChecks} }`,
    })
    expect((await newsletter.issue('build')).code).toBe(0)
    expect(newsletter.read('dist/a/email.txt')).toContain('PLUGGED')
  })

  test("a plugin that throws is the issue's error, and no stack trace", async () => {
    const plugin = "() => () => { throw new Error('the plugin fell over') }"
    const newsletter = makeNewsletter({
      ...issues,
      'issue.config.mjs': `export default { markdown: { remarkPlugins: [${plugin}] }, checks: ${noChecks} }`,
    })
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    expect(stderr).toContain(
      'issues/a.md  error  Cannot build this issue: the plugin fell over  (internal-error)',
    )
    expect(stderr).toContain('or of a plugin in the config')
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

describe('errors end with exit code 2 and build nothing', () => {
  test.each<[string, string, string, string]>([
    ['YAML', 'yml', 'name: [\n', 'issue.config.yml:'],
    [
      'a wrong type',
      'yml',
      'name: The News\nurl: 2024\n',
      'issue.config.yml:2:6  error  Unexpected `2024` in `url`, expected an http(s) address',
    ],
    [
      'a wrong scheme',
      'yml',
      'url: ftp://example.com\n',
      ':1:6  error  Unexpected `ftp://example.com` in `url`, expected an http(s) address',
    ],
    [
      'an address without a scheme',
      'yml',
      'url: www.x.dev\n',
      ':1:6  error  Unexpected `www.x.dev` in `url`, expected an http(s) address: `https://www.x.dev`',
    ],
    [
      'a wrong sender',
      'yml',
      'from: Ada\n',
      ':1:7  error  Unexpected `Ada` in `from`, expected an address such as `Ada <ada@example.com>`',
    ],
    ['a sender with a line break', 'yml', 'from: "Ada\\nBcc: x@y.z <ada@example.com>"\n', ':1:7  error'],
    [
      'an unknown target',
      'yml',
      'target: mailchip\n',
      ':1:9  error  Unexpected `mailchip` in `target`, expected one of',
    ],
    [
      'an unknown language',
      'yml',
      'lang: english!\n',
      ':1:7  error  Unexpected `english!` in `lang`, expected a language tag',
    ],
    [
      'a colour that is a comment',
      'yml',
      'theme:\n  accent: #0f766e\n',
      ':2:3  error  Unexpected nothing in `theme.accent`',
    ],
    [
      'a word as a colour',
      'yml',
      'theme:\n  accent: nope\n',
      ':2:11  error  Unexpected `nope` in `theme.accent`, expected a colour such as `"#0f766e"`',
    ],
    [
      'a word as a width',
      'json',
      '{\n  "theme": { "width": "wide" }\n}\n',
      'issue.config.json:2:23  error  Unexpected `wide` in `theme.width`, expected a number of pixels',
    ],
    [
      'a colour as a width in JavaScript',
      'mjs',
      'export default { theme: { width: "#fff" } }',
      'issue.config.mjs  error  Unexpected `#fff` in `theme.width`, expected a number of pixels',
    ],
    [
      'a sponsor without an address',
      'yml',
      'sponsors:\n  acme:\n    name: Acme\n',
      'error  Missing `sponsors.acme.url`, expected an http(s) address',
    ],
    ['half a UTM', 'yml', 'utm:\n  source: x\n', 'error  Missing `utm.medium`'],
    [
      'a wrong mailbox',
      'yml',
      'polls:\n  mailto: nobody\n',
      ':2:11  error  Unexpected `nobody` in `polls.mailto`, expected an email address',
    ],
    [
      'an unknown placeholder',
      'yml',
      'polls:\n  url: "https://x.yz/?i={issue}&s={voter}"\n',
      ':2:35  error  Unexpected `{voter}` in `polls.url`, expected `{issue}`, `{poll}`, `{option}`, `{index}` or `{subscriber}`',
    ],
    [
      'a subscriber whom the target has no id for',
      'yml',
      'polls:\n  url: "https://x.yz/?i={issue}&s={subscriber}"\ntarget: ghost\n',
      ':2:35  error  Cannot fill in `{subscriber}` for the target `ghost`',
    ],
    ['plugins in YAML', 'yml', 'markdown:\n  remarkPlugins: []\n', ':1:1  error  Unexpected `markdown`'],
    ['a list', 'yml', '- name\n', 'Unexpected list, expected `key: value` lines'],
    ['JSON', 'json', '{\n  "name": "x",\n  "name": "y"\n}\n', 'issue.config.json:3:3  error'],
    [
      'a wrong type in JSON',
      'json',
      '{\n  "drafts": 1,\n  "name": 3\n}\n',
      'issue.config.json:3:11  error  Unexpected `3` in `name`, expected a text',
    ],
    [
      'a wrong type in JavaScript',
      'mjs',
      'export default { theme: { accent: true } }',
      'issue.config.mjs  error  Unexpected `true` in `theme.accent`',
    ],
    [
      'plugins that are none',
      'mjs',
      'export default { markdown: { remarkPlugins: ["remark-emoji"] } }',
      'expected a unified plugin',
    ],
    ['a function', 'mjs', 'export default () => ({})', 'issue.config.mjs  error'],
    ['no default export', 'mjs', 'export const name = 1', 'issue.config.mjs  error  Missing default export'],
    [
      'a program that throws',
      'mjs',
      "throw new Error('out of tea')",
      'issue.config.mjs  error  Cannot run the config: out of tea',
    ],
    [
      'a program that throws no error',
      'js',
      "throw 'a string'",
      'issue.config.js  error  Cannot run the config: a string',
    ],
    [
      'a program that does not parse',
      'ts',
      'export default {{',
      'issue.config.ts  error  Cannot run the config:',
    ],
    [
      'a program with an unknown import',
      'ts',
      "import 'no-such-package'\nexport default {}",
      'Cannot run the config: Cannot find',
    ],
  ])('%s', async (_, extension, text, expected) => {
    const newsletter = makeNewsletter({ ...issues, [`issue.config.${extension}`]: text })
    const { code, stdout, stderr } = await newsletter.issue('build')
    expect(stderr).toContain(expected)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Nothing was built')
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(newsletter.has('dist')).toBe(false)
  })

  test('several configs in one folder', async () => {
    const newsletter = makeNewsletter({ ...issues, 'issue.config.yml': '', 'issue.config.ts': '' })
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(2)
    expect(stderr).toContain('`issue.config.yml` and `issue.config.ts`')
  })

  test("merge tags of the provider in a poll's address are no placeholders", async () => {
    const url =
      'https://x.yz/?i={issue}&a={{ subscriber.id }}&b={% if x %}&c=*|UNIQID|*&d={$email}&e=%recipient.x%'
    const newsletter = makeNewsletter({
      ...issues,
      'issue.config.json': JSON.stringify({ polls: { url }, checks: JSON.parse(noChecks) }),
    })
    const { code, stderr } = await newsletter.issue('build')
    expect(code, stderr).toBe(0)
  })

  test('all errors are reported in one run', async () => {
    const newsletter = makeNewsletter({ ...issues, 'issue.config.yml': 'name: 1\nurl: 2\nlang: 3\n' })
    const { stderr } = await newsletter.issue('build')
    expect(stderr.match(/ {2}error {2}/g)).toHaveLength(3)
  })
})

describe('unknown keys are warnings with the nearest known key', () => {
  test.each([
    [
      'yml',
      `nmae: x\nsponsors:\n  acme: { name: Acme, url: https://a.b, lgoo: x }\nchecks: ${noChecks}\n`,
      [':1:1', ':3:41'],
    ],
    [
      'mjs',
      `export default { nmae: 'x', sponsors: { acme: { name: 'Acme', url: 'https://a.b', lgoo: 'x' } }, checks: ${noChecks} }`,
      ['', ''],
    ],
  ])('%s', async (extension, text, places) => {
    const newsletter = makeNewsletter({ ...issues, [`issue.config.${extension}`]: text })
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(0)
    const file = `issue.config.${extension}`
    expect(stderr).toContain(
      `${file}${places[0]}  warning  Unexpected key \`nmae\` in the config, expected \`name\``,
    )
    expect(stderr).toContain(
      `${file}${places[1]}  warning  Unexpected key \`sponsors.acme.lgoo\` in the config, expected \`logo\``,
    )
    expect((await newsletter.issue('build', '--strict')).code).toBe(1)
  })
})

test('a logo that is missing is reported once, where the config names it', async () => {
  const newsletter = makeNewsletter({
    'issues/a.md': toIssue('A'),
    'issues/b.md': toIssue('B'),
    'issue.config.yml': `checks: ${noChecks}\ntheme:\n  logo: images/logo.png\n  logo-dark: https://example.com/a.png\n`,
  })
  const { code, stdout } = await newsletter.issue('check', '--reporter', 'unix')
  expect([code, stdout]).toEqual([
    2,
    'issue.config.yml:3:9: Cannot find the image `images/logo.png` [error/image-file]\n',
  ])
  newsletter.write('images/logo.png', pixel)
  expect((await newsletter.issue('check')).code).toBe(0)
})

test('a pale accent is reported at its line in the config, not in a shipped template', async () => {
  const newsletter = makeNewsletter({
    'issues/a.md': toIssue('A', 'preheader: Words\n', '::button[Go on]{url="https://news.example/a"}'),
    'issue.config.yml': `name: News
url: https://news.example
postalAddress: 1 Main St
theme:
  width: 600
  accent: "#ffee88"
`,
  })
  const { stdout } = await newsletter.issue('check', '--reporter', 'json')
  const messages = JSON.parse(stdout).messages.filter(
    ({ rule }: { rule: string }) => rule === 'text-contrast',
  )
  expect(messages.map(({ file, line }: { file: string; line: number }) => `${file}:${line}`)).toEqual([
    'issue.config.yml:6',
  ])
  expect(messages[0].note).toContain('The text is in `issuepress/templates/default/partials/masthead.html`')
})

test('with an accent, a template that no issue has is not read', async () => {
  const newsletter = makeNewsletter({
    'issues/a.md': toIssue('A'),
    'templates/draft/theme.yml': 'tokens: [\n',
    'issue.config.yml': `checks: ${noChecks}\ntheme:\n  accent: "#0f766e"\n`,
  })
  const { code, stdout } = await newsletter.issue('check', '--reporter', 'unix')
  expect([code, stdout]).toEqual([0, ''])
})

/**
 * A target that a newsletter's own config defines: `custom/` is the newsletter, and `custom/expected/` what is built of
 * it, without the head of the HTML. `UPDATE=1 npx vitest run test/targets/custom` writes that anew.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { build } from '../../src/build.ts'
import { fillTags } from '../../src/send/fill-tags.ts'
import { createTarget } from '../../src/targets/create-target.ts'
import { defineTarget } from '../../src/targets/define-target.ts'
import { targetNames } from '../../src/targets/index.ts'
import { makeNewsletter, toIssue } from '../cli/newsletter.ts'
import { expectFile } from '../support/expect-files.ts'

const here = join(import.meta.dirname, 'custom')

function makeCopy(): string {
  const root = mkdtempSync(join(tmpdir(), 'issuepress-custom-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  cpSync(here, root, { recursive: true })
  return root
}

test('a newsletter is built for it', async () => {
  const root = makeCopy()
  const { outcome, files } = await build({ root })
  const messages = files.flatMap((file) =>
    file.messages.map((message) => `${message}  (${message.ruleId})\n`),
  )
  expectFile(join(here, 'expected/messages.txt'), messages.join(''))
  expect(outcome).toBe('built')
  for (const name of ['email.html', 'email.txt', 'index.html']) {
    const built = readFileSync(join(root, 'dist/one', name), 'utf8')
    expectFile(
      join(here, 'expected', name),
      built.replace(/^[\s\S]*(?=<body)/, '').replace(/ style="[^"]*"/g, ''),
    )
  }
})

test('its name can be that of a folder on Windows', async () => {
  const config = readFileSync(join(here, 'issue.config.mjs'), 'utf8').replace(
    'targets: { mine }',
    'targets: { nul: mine }',
  )
  const newsletter = makeNewsletter({ 'issue.config.mjs': config, 'issues/a.md': toIssue('A') })
  const { code, stderr } = await newsletter.issue('check', '--target', 'nul')
  expect(code).toBe(2)
  expect(stderr).toContain(
    'Unexpected name `nul` of a target, expected another: no folder can have it on Windows',
  )
})

describe('issue targets', () => {
  const config = readFileSync(join(here, 'issue.config.mjs'), 'utf8')

  test('lists it, and tells all about it', async () => {
    const newsletter = makeNewsletter({ 'issue.config.mjs': config })
    const table = await newsletter.issue('targets')
    expect(table.stdout).toMatch(new RegExp(`^${targetNames.at(-1)} .*\\nmine +✓ +– +– `, 'm'))
    const sheet = await newsletter.issue('targets', 'mine')
    expectFile(join(here, 'expected/sheet.txt'), sheet.stdout)
    expect([table, sheet].map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ])
  })

  test('takes its name where it takes others, and knows it from a wrong one', async () => {
    const newsletter = makeNewsletter({ 'issue.config.mjs': config, 'issues/a.md': toIssue('A') })
    const { code, stderr } = await newsletter.issue('build', '--target', 'kit,mine')
    expect({ code, stderr }).toMatchObject({ code: 0 })
    expect(newsletter.has('dist/a/mine/email.html')).toBe(true)
    expect(await newsletter.issue('build', '--target', 'mime')).toMatchObject({
      code: 2,
      stderr: 'issue: Unexpected target `mime`, expected `mine`\n',
    })
  })
})

test('its tags may stand in a template as they are, whatever a parser takes them for', async () => {
  const newsletter = makeNewsletter({
    'issue.config.mjs': readFileSync(join(here, 'issue.config.mjs'), 'utf8'),
    'issues/a.md': toIssue('A', 'template: own\npreheader: One\n'),
    'templates/own/layout.html':
      '<html lang="en"><head><title>{{ issue.subject }}</title></head><body><p>Dear <<NAME|friend>>, <a href="<<OUT>>">out</a></p>{{ content }}</body></html>',
    'templates/own/layout.txt': 'Dear <<NAME|friend>>, out: <<OUT>>\n\n{{ content }}\n',
    'templates/own/style.css': '',
  })
  const { code, stderr } = await newsletter.issue('build')
  expect({ code, stderr }).toMatchObject({ code: 0 })
  expect(stderr).not.toContain('unsubscribe')
  expect(newsletter.read('dist/a/email.html')).toContain(
    '<p>Dear <<NAME|friend>>, <a href="<<OUT>>">out</a></p>',
  )
  expect(newsletter.read('dist/a/index.html')).toContain('<p>Dear friend, out</p>')
})

test('its tags are filled in by its own names', () => {
  const mine = createTarget(
    defineTarget({
      title: 'Minemail',
      dialects: [{ open: '<<', close: '>>', logic: { if: /^IF\b/, end: /^END$/ }, fallback: [/\|(.*)>>$/] }],
      names: { unsubscribe_url: '<<OUT>>', email: { tag: '<<MAIL>>' } },
    }),
  )
  const values = { unsubscribe_url: 'https://example.com/out', email: 'ada@example.com', town: '' }
  const { text, unknown } = fillTags('<<OUT>> <<MAIL>> <<IF TOWN>>no<<END>><<X|there>> {{ x }}', mine, values)
  expect(text).toBe('https://example.com/out ada@example.com there {{ x }}')
  expect(unknown.size).toBe(0)
})

describe('a config', () => {
  const valid = { title: 'M', dialects: [{ open: '<<', close: '>>' }], names: { email: '<<MAIL>>' } }
  const write = (fields: object) =>
    `export default { target: 'mine', targets: { mine: ${toSource({ ...valid, ...fields })} } }`

  test.each<[mistake: string, fields: object, reason: string]>([
    [
      'no title',
      { title: undefined },
      'Missing `title` in the target `mine`, expected its name in a sentence',
    ],
    ['no dialects', { dialects: [] }, 'Missing `dialects` in the target `mine`, expected a list such as'],
    [
      'half a dialect',
      { dialects: [{ open: '<<' }] },
      'Unexpected dialect in the target `mine`, expected texts in',
    ],
    [
      'a group in its tags',
      { dialects: [{ open: '<<', close: '>>', tags: [/<<(\w+)>>/] }] },
      'Unexpected expression in `tags` of the target `mine`, expected one that matches some text',
    ],
    [
      'an unknown kind of logic',
      { dialects: [{ open: '<<', close: '>>', logic: { els: /^ELSE/ } }] },
      'Unexpected `els` in `logic` of the target `mine`, expected `else`',
    ],
    [
      'an unknown name',
      { names: { mail: '<<M>>' } },
      'Unexpected name `mail` in `names` of the target `mine`',
    ],
    ['a tag that is none', { names: { email: 1 } }, 'Unexpected `1` in `names.email` of the target `mine`'],
    ['a list that is none', { notes: 'n' }, 'Unexpected `notes` in the target `mine`, expected a list'],
    [
      'a literal without expression',
      { literal: {} },
      'Unexpected `literal` in the target `mine`, expected a',
    ],
  ])('with %s is told so', async (_, fields, reason) => {
    const newsletter = makeNewsletter({ 'issue.config.mjs': write(fields), 'issues/a.md': toIssue('A') })
    const { code, stderr } = await newsletter.issue('build')
    expect(stderr).toContain(reason)
    expect(stderr.match(/ error /g)).toHaveLength(1)
    expect(code).toBe(2)
  })

  test('in YAML cannot have one', async () => {
    const newsletter = makeNewsletter({
      'issue.config.yml': 'targets:\n  mine: { title: M }\n',
      'issues/a.md': toIssue('A'),
    })
    const { code, stderr } = await newsletter.issue('build')
    expect(stderr).toContain(
      'issue.config.yml:1:1  error  Unexpected `targets` in the config, expected it in a config in JavaScript or TypeScript',
    )
    expect(code).toBe(2)
  })

  test('may have one in the stead of a shipped one, made of its parts', async () => {
    const newsletter = makeNewsletter({
      'issue.config.mjs': `import { defineTarget, targets } from 'issuepress'
        const kit = defineTarget({ ...targets.kit, names: { ...targets.kit.names, first_name: '{{ subscriber.custom }}' } })
        export default { target: 'kit', targets: { kit } }`,
      'issues/a.md': toIssue('A', '', 'Hello [there](merge:first_name), [out](merge:unsubscribe_url).'),
    })
    const { code, stderr } = await newsletter.issue('build')
    expect(stderr).toContain('Cannot write the fallback `there` of `merge:first_name` for the target `kit`')
    expect(code).toBe(0)
    expect(newsletter.read('dist/a/email.txt')).toContain('Hello {{ subscriber.custom }}, out')
  })
})

/** As JavaScript, in which a regular expression can be written. */
function toSource(value: unknown): string {
  if (value instanceof RegExp) return String(value)
  if (Array.isArray(value)) return `[${value.map(toSource).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  return `{ ${Object.entries(value)
    .map(([key, child]) => `${key}: ${toSource(child)}`)
    .join(', ')} }`
}

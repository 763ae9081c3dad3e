import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { build } from '../../src/build.ts'
import { makeNewsletter, noChecks, pixel, toIssue } from './newsletter.ts'

const issue = toIssue('A', '', 'Hello [there](merge:first_name). ![One](one.png)')

describe('several targets', () => {
  test('get a folder each, beside one web copy', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': issue, 'issues/one.png': pixel })
    const { code, stderr } = await newsletter.issue('build', '--target', 'kit,listmonk')
    expect({ code, stderr }).toMatchObject({ code: 0 })
    const names = newsletter.list('dist').map((path) => path.replace(/one\.\w+/, 'one'))
    expect(names).toEqual([
      'a/images/one.png',
      'a/index.html',
      'a/kit/email.html',
      'a/kit/email.txt',
      'a/kit/images/one.png',
      'a/kit/issue.json',
      'a/listmonk/email.html',
      'a/listmonk/email.txt',
      'a/listmonk/images/one.png',
      'a/listmonk/issue.json',
      'manifest.json',
    ])
    expect(newsletter.read('dist/a/kit/email.txt')).toContain(
      '{{ subscriber.first_name | default: "there" }}',
    )
    expect(newsletter.read('dist/a/listmonk/email.txt')).toContain('{{ or .Subscriber.FirstName "there" }}')
    expect(newsletter.json('dist/a/kit/issue.json').target).toBe('kit')
    expect(newsletter.read('dist/a/index.html')).toContain('Hello there.')
    const [entry] = newsletter.json('dist/manifest.json').issues
    expect(entry.targets).toEqual(['kit', 'listmonk'])
    expect(entry.files).toHaveLength(10)
  })

  test('come from the config, and their folders go when only one is left', async () => {
    const newsletter = makeNewsletter({
      'issues/a.md': toIssue('A'),
      'issue.config.yml': `target: [kit, ses]\nchecks: ${noChecks}\n`,
    })
    await newsletter.issue('build')
    expect(newsletter.has('dist/a/ses/email.html')).toBe(true)
    await newsletter.issue('build', '--target', 'kit')
    expect(newsletter.list('dist')).toEqual([
      'a/email.html',
      'a/email.txt',
      'a/index.html',
      'a/issue.json',
      'manifest.json',
    ])
  })

  test('report once what they have in common, and each what differs', async () => {
    const body = '[a](merge:list_name), [b](nowhere), [c](merge:first_name)'
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A', '', body) })
    const { code, stderr } = await newsletter.issue('build', '--target', 'kit,beehiiv')
    expect(code).toBe(1)
    expect(stderr.match(/Unexpected relative address/g)).toHaveLength(1)
    expect(stderr).toContain('`merge:list_name`, which the target `kit` lacks')
    expect(stderr).toContain('`merge:first_name`, which the target `beehiiv` lacks')
    expect(newsletter.has('dist/a')).toBe(false)
  })

  test('are wrong usage when one is unknown', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A') })
    expect(await newsletter.issue('build', '--target', 'kit,listmnk')).toMatchObject({
      code: 2,
      stderr: 'issue: Unexpected target `listmnk`, expected `listmonk`\n',
    })
    expect((await newsletter.issue('build', '--target', 'kit,')).code).toBe(2)
  })
})

describe('issue targets', () => {
  test('prints a line for each', async () => {
    const { code, stdout, stderr } = await makeNewsletter({}).issue('targets')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^mailerlite +✓ +✓ +\? /m)
    expect(
      stdout
        .split('\n')
        .slice(1, 21)
        .every((line) => /^[a-z-]+ {2}/.test(line)),
    ).toBe(true)
  })

  test('describes one', async () => {
    const { code, stdout } = await makeNewsletter({}).issue('targets', 'mailerlite')
    expect(code).toBe(0)
    for (const text of [
      "{$name|default('there')}",
      'fallback UNVERIFIED',
      '{$unsubscribe}',
      'Sources',
      'developers-classic',
    ])
      expect(stdout).toContain(text)
  })

  test('suggests the nearest name', async () => {
    expect(await makeNewsletter({}).issue('targets', 'klavyo')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'issue: Unexpected target `klavyo`, expected `klaviyo`\n',
    })
  })
})

test('the sample newsletter goes out through three providers as it is', async () => {
  const out = mkdtempSync(join(tmpdir(), 'issuepress-targets-'))
  onTestFinished(() => rmSync(out, { recursive: true }))
  const tags = {
    mailchimp: ['*|UNSUB|*'],
    kit: ['{{ unsubscribe_url }}', '{{ address }}'],
    listmonk: ['{{ UnsubscribeURL }}'],
  }
  const root = join(import.meta.dirname, '../..')
  const { outcome, issues, files } = await build({ root, out, target: Object.keys(tags) })
  expect(files.flatMap(({ messages }) => messages.map(String))).toEqual([])
  expect([outcome, issues.length]).toEqual(['built', 4])
  for (const { slug } of issues) {
    for (const [target, expected] of Object.entries(tags)) {
      const read = (name: string) => readFileSync(join(out, slug, target, name), 'utf8')
      for (const tag of expected) {
        expect(read('email.html')).toContain(tag)
        expect(read('email.txt')).toContain(tag)
      }
      expect(read('email.eml')).toMatch(/^From: Douglas <hello@ainewsroom\.example\.com>\r$/m)
    }
    expect(readFileSync(join(out, slug, 'index.html'), 'utf8')).not.toMatch(/\{\{|\*\||unsubscribe/i)
  }
})

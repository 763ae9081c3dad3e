/**
 * Outputs are an open list: what is written of an issue, and what goes when an output is not wanted any more.
 * `outputs.txt` lists the files of an issue for two targets; `UPDATE=1 npx vitest run test/cli/outputs` writes it anew.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildNewsletter } from '../../src/newsletter/build-newsletter.ts'
import { createIssueMemory } from '../../src/newsletter/issue-memory.ts'
import { outputs } from '../../src/render/outputs/index.ts'
import type { IssueOutput, Output, TargetOutput } from '../../src/render/outputs/output.ts'
import { expectFile } from '../support/expect-files.ts'
import { makeNewsletter, noChecks, pixel, toIssue } from './newsletter.ts'

const feedItem: IssueOutput = {
  name: 'feed-item',
  scope: 'issue',
  files: ({ emails: [{ issue }] }) => [
    { path: 'feed/item.json', bytes: Buffer.from(JSON.stringify({ title: issue.matter.title })) },
  ],
}
const listing: IssueOutput = {
  name: 'listing',
  scope: 'out',
  files: ({ emails }) => [
    {
      path: `listings/${emails[0].issue.matter.slug}.txt`,
      bytes: Buffer.from(emails.map(({ target }) => target).join('\n')),
    },
  ],
}
const subject: TargetOutput = {
  name: 'subject',
  scope: 'target',
  files: async ({ email, target }) => [
    { path: 'subject.txt', bytes: Buffer.from(`${target}: ${email.subject}`) },
  ],
}

const build = (root: string, extra: Output[] = []) =>
  buildNewsletter({ root }, { outputs: [...outputs, ...extra] })
const pathsOf = (newsletter: ReturnType<typeof makeNewsletter>) =>
  newsletter
    .json('dist/manifest.json')
    .issues.flatMap(({ files }: { files: { path: string }[] }) => files.map(({ path }) => path))

test('each file in the folder of the outputs is in the list, under a unique name', () => {
  const folder = join(import.meta.dirname, '../../src/render/outputs')
  const files = readdirSync(folder).filter((name) => !['index.ts', 'output.ts'].includes(name))
  expect(outputs.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort())
})

test('files are listed by target, in the order of the outputs, and what the issue has once follows its first email', async () => {
  const polls = 'url: https://a.example\npolls: { pages: true }\nfrom: Ada <ada@example.com>\n'
  const newsletter = makeNewsletter({
    'issue.config.yml': `target: [kit, listmonk]\nchecks: ${noChecks}\n${polls}`,
    'issues/a.md': toIssue('A', '', '![a dot](dot.png)\n\n:::poll{#p}\nHow?\n\n- Well\n- Badly\n:::'),
    'issues/dot.png': pixel,
  })
  const result = await build(newsletter.root, [subject, listing])
  expect(result.outcome).toBe('built')
  const listed = result.issues[0]?.files.map(({ output, path }) => `${output}: ${path}\n`).join('') ?? ''
  expectFile(join(import.meta.dirname, 'outputs.txt'), listed.replace(/\.\w{8}\.png$/gm, '.png'))
  expect(newsletter.list('dist').sort()).toEqual([...pathsOf(newsletter), 'manifest.json'].sort())
  expect(newsletter.read('dist/a/listmonk/subject.txt')).toBe('listmonk: A')
  expect(newsletter.read('dist/listings/a.txt')).toBe('kit\nlistmonk')
})

describe('of an output that is not wanted any more', () => {
  const files = { 'issues/a.md': toIssue('A'), 'issues/b.md': toIssue('B') }

  test('nothing stays behind, although the issue is as it was', async () => {
    const newsletter = makeNewsletter(files)
    await build(newsletter.root)
    const before = newsletter.hash('dist')
    await build(newsletter.root, [feedItem, listing, subject])
    expect(newsletter.list('dist')).toEqual(
      expect.arrayContaining(['a/feed/item.json', 'a/subject.txt', 'listings/b.txt']),
    )
    await build(newsletter.root)
    expect(newsletter.hash('dist')).toEqual(before)
    expect(newsletter.has('dist/a/feed')).toBe(false)
    expect(newsletter.has('dist/listings')).toBe(false)
  })

  test('nor where a watch remembers the issue', async () => {
    const newsletter = makeNewsletter(files)
    const memory = createIssueMemory()
    const { root } = newsletter
    const rendered: string[] = []
    const hooks = {
      memory,
      onRendered: ({ built }: { built: { slug: string } }) => rendered.push(built.slug),
    }
    await buildNewsletter({ root }, { ...hooks, outputs: [...outputs, feedItem] })
    await buildNewsletter({ root }, { ...hooks, outputs: [...outputs, feedItem] })
    expect(newsletter.has('dist/a/feed/item.json')).toBe(true)
    expect(rendered).toEqual(['a', 'b'])
    await buildNewsletter({ root }, hooks)
    expect(newsletter.has('dist/a/feed')).toBe(false)
    expect(pathsOf(newsletter)).not.toContain('a/feed/item.json')
    expect(rendered).toEqual(['a', 'b', 'a', 'b'])
  })

  test('what its user changed stays', async () => {
    const newsletter = makeNewsletter(files)
    await build(newsletter.root, [feedItem])
    newsletter.write('dist/a/feed/item.json', 'mine')
    await build(newsletter.root)
    expect(newsletter.read('dist/a/feed/item.json')).toBe('mine')
    expect(newsletter.has('dist/b/feed')).toBe(false)
  })
})

test('a file that an output no longer creates is removed: there is no message without a sender', async () => {
  const config = `checks: ${noChecks}\n`
  const newsletter = makeNewsletter({
    'issue.config.yml': `${config}from: Ada <ada@example.com>\n`,
    'issues/a.md': toIssue('A'),
  })
  await newsletter.issue('build')
  expect(newsletter.has('dist/a/email.eml')).toBe(true)
  newsletter.write('issue.config.yml', config)
  await newsletter.issue('build')
  expect(newsletter.has('dist/a/email.eml')).toBe(false)
  expect(newsletter.has('dist/a/email.html')).toBe(true)
})

describe('an output that throws', () => {
  const broken: IssueOutput = {
    name: 'broken',
    scope: 'issue',
    files({ emails: [{ issue }] }) {
      if (issue.matter.slug === 'a') throw new Error('no such thing')
      return []
    },
  }
  const rival: TargetOutput = {
    name: 'rival',
    scope: 'target',
    files: () => [{ path: 'email.html', bytes: Buffer.from('another') }],
  }

  test('blocks its issue from being written and no other', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A'), 'issues/b.md': toIssue('B') })
    const { outcome, issues, files } = await build(newsletter.root, [broken])
    expect(outcome).toBe('failed')
    expect(issues).toMatchObject([
      { slug: 'a', passes: false, files: [], sizes: null, messages: { errors: 1 } },
      { slug: 'b', passes: true },
    ])
    expect(files.flatMap(({ messages }) => messages.map(({ reason }) => reason))).toEqual([
      'Cannot build this issue: no such thing',
    ])
    expect(newsletter.has('dist/a')).toBe(false)
    expect(newsletter.has('dist/b/email.html')).toBe(true)
  })

  test('writes over no other output', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A') })
    const { files } = await build(newsletter.root, [rival])
    expect(files.flatMap(({ messages }) => messages.map(({ reason }) => reason))).toEqual([
      'Cannot build this issue: The outputs email-html and rival both write a/email.html',
    ])
    expect(newsletter.has('dist/a')).toBe(false)
  })
})

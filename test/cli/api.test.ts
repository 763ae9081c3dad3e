import { resolve } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import * as readers from '../../src/checks/readers/index.ts'
import * as api from '../../src/index.ts'
import { makeNewsletter, noChecks, toIssue } from './newsletter.ts'

test.each([
  ['API', 'index.js', api],
  ['readers', 'readers.js', readers],
])('the compiled %s have what the source has', async (_, file, source) => {
  const compiled = await import(resolve(import.meta.dirname, '../../lib', file))
  expect(Object.keys(compiled).sort()).toEqual(Object.keys(source).sort())
})

describe('build', () => {
  test('accepts a config as an object, and returns what it built', async () => {
    const newsletter = makeNewsletter({
      'issues/a.md': toIssue('A'),
      'issues/b.md': toIssue('B', 'draft: true\n'),
    })
    const progress: api.Progress[] = []
    const result = await api.build({
      root: newsletter.root,
      config: { name: 'By hand', url: 'https://example.com', checks: JSON.parse(noChecks) },
      onProgress: (step) => progress.push(step),
    })
    expect(result).toMatchObject({
      outcome: 'built',
      out: newsletter.path('dist'),
      issues: [{ source: 'issues/a.md', slug: 'a', subject: 'A', messages: { errors: 0, warnings: 0 } }],
      skippedDrafts: ['issues/b.md'],
      files: [],
    })
    expect(progress).toEqual([{ done: 0, total: 1, source: 'issues/a.md' }])
    expect(newsletter.json('dist/manifest.json').newsletter).toBe('By hand')
    expect(newsletter.json('dist/a/issue.json').url).toBe('https://example.com/a/')
  })

  test('returns messages on their files', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A', '', '![x](none.png)') })
    const { outcome, files } = await api.build({ root: newsletter.root })
    expect(outcome).toBe('failed')
    expect(files.map(({ path, messages }) => [path, messages.length])).toEqual([['issues/a.md', 1]])
    const misconfigured = await api.build({ root: newsletter.root, config: { url: 'nowhere' } })
    expect(misconfigured).toMatchObject({ outcome: 'misconfigured', issues: [] })
    expect(api.formatPretty(misconfigured.files, { colour: false })).toContain(
      'Unexpected `nowhere` in `url`',
    )
  })

  test('refuses options that make no sense', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A') })
    await expect(api.build({ root: `${newsletter.root}/nowhere` })).rejects.toThrow(api.UsageError)
    await expect(api.build({ root: newsletter.root, files: ['issues/b.md'] })).rejects.toThrow(api.UsageError)
    await expect(api.build({ root: newsletter.root, out: 'issues/a.md/x' })).rejects.toThrow(api.UsageError)
  })

  test('stops when the signal is aborted, and leaves what is there', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A'), 'issues/b.md': toIssue('B') })
    await api.build({ root: newsletter.root })
    const before = newsletter.hash('dist')
    const interrupt = new AbortController()
    const result = await api.build({
      root: newsletter.root,
      signal: interrupt.signal,
      onProgress: () => interrupt.abort(),
    })
    expect(result).toMatchObject({ outcome: 'interrupted', issues: [{ slug: 'a' }] })
    expect(newsletter.hash('dist')).toEqual(before)
  })

  test('a message that a plugin throws comes once', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A') })
    const plugin = () => (_tree: unknown, file: { fail(reason: string): never }) =>
      file.fail('Too many words')
    const { files } = await api.build({
      root: newsletter.root,
      config: { markdown: { remarkPlugins: [plugin as never] }, checks: JSON.parse(noChecks) },
    })
    expect(files.flatMap(({ messages }) => messages.map(({ reason }) => reason))).toEqual(['Too many words'])
  })
})

describe('check', () => {
  test('checks a newsletter and one more text, and writes nothing', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A') })
    const custom = api.defineCheck({
      name: 'no-hello',
      summary: 'No greeting.',
      note: 'A test.',
      level: 'error',
      run: ({ email }, report) => {
        if (email.text.includes('Hello.')) report('Unexpected greeting')
      },
    })
    const config = { checks: { ...JSON.parse(noChecks), 'no-hello': custom } }
    const all = await api.check({ root: newsletter.root, config })
    expect(all).toMatchObject({
      outcome: 'failed',
      issues: [{ source: 'issues/a.md', passes: false, files: [], sizes: null, messages: { errors: 1 } }],
    })
    expect(all.checks.filter(({ level }) => level !== 'off')).toMatchObject([
      { check: { name: 'no-hello' }, level: 'error', isCustom: true },
    ])
    const input = new TextEncoder().encode(toIssue('B', '', 'Goodbye.'))
    expect(await api.check({ root: newsletter.root, config, input })).toMatchObject({
      outcome: 'passed',
      issues: [{ source: 'issues/stdin.md', passes: true }],
      files: [],
    })
    expect(newsletter.has('dist')).toBe(false)
  })
})

test('render gives an email from texts alone', async () => {
  const settings = api.resolveSettings({ name: 'No disk' })
  const themes = api.createThemes(api.loadTemplates(), settings)
  const { email, images } = await api.render(new VFile({ path: 'a.md', value: toIssue('Hello') }), {
    settings,
    themes,
  })
  expect(email.subject).toBe('Hello')
  expect(email.html).toContain('<title>Hello</title>')
  expect(email.text).toContain('Hello.')
  expect(images).toEqual([])
})

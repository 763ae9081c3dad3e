/** The workflow's steps, run under bash against a bare repository and a server with GitHub's API on this machine. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toIssue } from '../cli/newsletter.ts'
import { expectFile } from '../support/expect-files.ts'
import { action, workflow } from './files.ts'
import { serveGithubApi } from './github-api.ts'
import { createRemote, createSeed } from './newsletter-repository.ts'
import { canRun, runAction, runWorkflow, type WorkflowRun } from './run-workflow.ts'

const seed = mkdtempSync(join(tmpdir(), 'issuepress seed '))
beforeAll(() => createSeed(seed))
afterAll(() => rmSync(seed, { recursive: true, force: true }))

const first = 'issues/2026-01-06-welcome.md'
const second = 'issues/2026-01-13-second.md'
const expected = (name: string) => join(import.meta.dirname, 'expected', name)

function list(run: WorkflowRun, artifact: string): string[] {
  const folder = run.artifact(artifact)
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : []
}

test.runIf(canRun)('a push to main: the emails and a summary, and no comment', async () => {
  const { url, requests } = await serveGithubApi()
  const remote = createRemote(seed)
  const run = await runWorkflow(workflow, remote.push(url))
  expect(run.jobs, run.log).toEqual({ build: 'success' })
  expect(list(run, 'newsletter')).toEqual(
    expect.arrayContaining(
      ['email.eml', 'email.html', 'email.txt'].map((name) => `2026-01-06-welcome/${name}`),
    ),
  )
  expectFile(expected('push.md'), run.summary)
  expect(requests).toEqual([])
})

describe.runIf(canRun)('a pull request', () => {
  test('has one comment, which its second push edits', async () => {
    const { url, comments, requests } = await serveGithubApi()
    const remote = createRemote(seed)
    remote.git('checkout', '--quiet', '-b', 'pull')
    remote.write(
      second,
      toIssue('Second flush', 'draft: true\npreheader: What to drink in June\n', 'Fresh  tea.'),
    )
    const run = await runWorkflow(workflow, remote.pushPull(url))
    expect(run.jobs, run.log).toEqual({ build: 'success', comment: 'success' })
    expect(list(run, 'newsletter')).toContain('2026-01-13-second/email.html')
    expect(list(run, 'newsletter')).not.toContain('2026-01-06-welcome/email.html')
    expect(list(run, 'comparison')).toEqual(['comment.md', 'index.html'])
    expect(comments).toHaveLength(1)
    expectFile(expected('pull-request.md'), comments[0]?.body ?? '')
    expectFile(expected('pull-request-summary.md'), run.summary)

    remote.write(first, `${remote.git('show', `main:${first}`)}\nSee [the standard](https://www.w3.org/).\n`)
    await runWorkflow(workflow, remote.pushPull(url))
    expect(comments).toHaveLength(1)
    expectFile(expected('pull-request-again.md'), comments[0]?.body ?? '')
    expect(requests.map((request) => request.replace(/\?.*/, ''))).toEqual([
      'GET /repos/ada/tea/issues/7/comments',
      'POST /repos/ada/tea/issues/7/comments',
      'GET /repos/ada/tea/issues/7/comments',
      'PATCH /repos/ada/tea/issues/comments/1',
    ])
  })

  test('leaves the comments of others alone, and finds its own behind a hundred of them', async () => {
    const theirs = Array.from({ length: 100 }, (_, index) => ({
      id: index + 1,
      user: { login: 'eve' },
      body: '<!-- issuepress-diff -->\nmine',
    }))
    const own = { id: 101, user: { login: 'github-actions[bot]' }, body: '<!-- issuepress-diff -->\nold' }
    const { url, comments } = await serveGithubApi([...theirs, own])
    const remote = createRemote(seed)
    remote.git('checkout', '--quiet', '-b', 'pull')
    remote.write(second, toIssue('Second'))
    await runWorkflow(workflow, remote.pushPull(url))
    expect(comments.slice(0, 100)).toEqual(theirs)
    expect(comments).toHaveLength(101)
    expect(own.body).toContain('1 issue added')
  })

  test('with an error fails, and is compared all the same', async () => {
    const { url, comments } = await serveGithubApi()
    const remote = createRemote(seed)
    remote.git('checkout', '--quiet', '-b', 'pull')
    remote.write(second, toIssue('Second', '', 'See [it](../nowhere.md).'))
    const run = await runWorkflow(workflow, remote.pushPull(url))
    expect(run.jobs).toEqual({ build: 'failure', comment: 'success' })
    expect(run.log).toContain(`::error file=${second},line=7,`)
    expect(list(run, 'newsletter')).toEqual(['manifest.json'])
    expect(comments[0]?.body).toContain('**new** error')
    expectFile(expected('error-summary.md'), run.summary)
  })

  test('that concerns no issue is fine', async () => {
    const { url, comments } = await serveGithubApi()
    const remote = createRemote(seed)
    remote.git('checkout', '--quiet', '-b', 'pull')
    remote.write('NOTES.md', 'Notes\n')
    const run = await runWorkflow(workflow, remote.pushPull(url))
    expect(run.jobs, run.log).toEqual({ build: 'success', comment: 'success' })
    expect(comments[0]?.body).toContain('No issue differs')
  })

  test('of Dependabot, whose token cannot write, gets no comment', async () => {
    const { url, requests } = await serveGithubApi()
    const remote = createRemote(seed)
    remote.git('checkout', '--quiet', '-b', 'pull')
    remote.write('NOTES.md', 'Notes\n')
    const run = await runWorkflow(workflow, remote.pushPull(url, { actor: 'dependabot[bot]' }))
    expect(run.jobs).toEqual({ build: 'success' })
    expect(requests).toEqual([])
  })
})

describe.runIf(canRun)('a pull request from a fork', () => {
  test('has its comparison in the summary, and posts nothing', async () => {
    const { url, requests } = await serveGithubApi()
    const remote = createRemote(seed)
    remote.git('checkout', '--quiet', '-b', 'pull')
    remote.write(second, toIssue('Second flush'))
    const run = await runWorkflow(workflow, remote.pushPull(url, {}, 'eve/tea'))
    expect(run.jobs, run.log).toEqual({ build: 'success' })
    expect(run.summary).toContain('1 issue added, 1 unchanged since <code>origin/main</code>')
    expect(run.log).toContain('::notice::A pull request from a fork gets no comment.')
    expect(requests).toEqual([])
  })

  test('runs no program of its own', async () => {
    const { url } = await serveGithubApi()
    const remote = createRemote(seed)
    const trap = join(remote.place, '.git', 'ran')
    const write = `require('node:fs').writeFileSync(${JSON.stringify(trap)}, '')`
    remote.git('checkout', '--quiet', '-b', 'pull')
    remote.write('evil.cjs', write)
    remote.write(
      'package.json',
      '{ "scripts": { "preinstall": "node evil.cjs", "prepare": "node evil.cjs" } }',
    )
    remote.remove('package-lock.json')
    remote.write('.npmrc', 'node-options=--require ./evil.cjs\n')
    remote.write('node_modules/.bin/issue', '#!/bin/sh\nnode evil.cjs\n')
    remote.git('add', '--force', 'node_modules')
    const run = await runWorkflow(workflow, remote.pushPull(url, {}, 'eve/tea'))
    expect(run.jobs, run.log).toEqual({ build: 'success' })
    expect(existsSync(trap)).toBe(false)

    remote.remove('issue.config.yml')
    remote.write(
      'issue.config.mjs',
      `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(trap)}, '')`,
    )
    const refused = await runWorkflow(workflow, remote.pushPull(url, {}, 'eve/tea'))
    expect(refused.jobs).toEqual({ build: 'failure' })
    expect(refused.log).toContain('Unexpected config `issue.config.mjs`, which is a program')
    expectFile(expected('refused-summary.md'), refused.summary)
    expect(existsSync(trap)).toBe(false)
  })
})

describe.runIf(canRun)('the composite action', () => {
  const folder = { 'working-directory': 'letters' }

  test('does the same for a newsletter in a folder, with a comment where it is wanted', async () => {
    const { url, comments } = await serveGithubApi()
    const remote = createRemote(seed, 'letters')
    remote.git('checkout', '--quiet', '-b', 'pull')
    remote.write(`letters/${second}`, toIssue('Second flush'))
    const push = remote.pushPull(url)
    const run = await runAction(action, { ...folder, comment: 'true', args: '--target ses' }, push)
    expect(run.jobs, run.log).toEqual({ action: 'success' })
    expect(list(run, 'newsletter')).toContain('2026-01-13-second/email.eml')
    expect(readFileSync(join(run.artifact('newsletter'), '2026-01-13-second/issue.json'), 'utf8')).toContain(
      '"ses"',
    )
    expect(comments).toHaveLength(1)
    expect(comments[0]?.body).toContain('1 issue added')

    await runAction(action, { ...folder, comment: 'false' }, push)
    expect(comments).toHaveLength(1)
  })

  test('runs no program of a fork', async () => {
    const { url, requests } = await serveGithubApi()
    const remote = createRemote(seed, 'letters')
    const trap = join(remote.place, '.git', 'ran')
    remote.git('checkout', '--quiet', '-b', 'pull')
    remote.write('evil.cjs', `require('node:fs').writeFileSync(${JSON.stringify(trap)}, '')`)
    const scripts = { preinstall: 'node evil.cjs', prepare: 'node evil.cjs' }
    remote.write('package.json', JSON.stringify({ workspaces: ['letters'], scripts }))
    remote.write('.npmrc', 'node-options=--require ./evil.cjs\n')
    const push = remote.pushPull(url, {}, 'eve/tea')
    const run = await runAction(action, { ...folder, comment: 'true' }, push)
    expect(run.jobs, run.log).toEqual({ action: 'success' })
    expect(existsSync(trap)).toBe(false)
    expect(requests).toEqual([])
  })

  test('says what it needs when the merge was not checked out', async () => {
    const { url } = await serveGithubApi()
    const remote = createRemote(seed)
    const push = { ...remote.pushPull(url), ref: 'refs/heads/main' }
    const run = await runAction(action, {}, push)
    expect(run.jobs).toEqual({ action: 'failure' })
    expect(run.log).toContain('::error::Expected the merge of the pull request')
  })
})

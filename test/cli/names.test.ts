/** How issues and the newsletter are found by what a person types. */
import { mkdirSync, symlinkSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeNewsletter, noChecks, runHere, toIssue } from './newsletter.ts'

const files = {
  'issue.config.yml': `checks: ${noChecks}\n`,
  'issues/2024-11-28-sora.md': toIssue('Sora'),
  'issues/2024-12-03-two-sums.md': toIssue('Two sums'),
  'issues/2024-12-10-weekly.md': toIssue('Weekly'),
  'issues/2024-12-17-weekly.md': toIssue('Weekly'),
  'issues/named.md': toIssue('Named', 'slug: of-its-own\n'),
}

async function check(newsletter: ReturnType<typeof makeNewsletter>, ...args: string[]) {
  const { code, stdout, stderr } = await newsletter.issue('check', '--reporter', 'json', ...args)
  return {
    code,
    stderr,
    sources: code === 2 ? [] : JSON.parse(stdout).issues.map(({ source }: { source: string }) => source),
  }
}

describe('an issue by its slug', () => {
  test.each([
    ['2024-12-03-two-sums', 'issues/2024-12-03-two-sums.md'],
    ['two-sums', 'issues/2024-12-03-two-sums.md'],
    ['of-its-own', 'issues/named.md'],
  ])('%s', async (name, path) => {
    expect(await check(makeNewsletter(files), name)).toMatchObject({ sources: [path] })
  })

  test.each([
    ['two-sum', 'issue: Cannot find `two-sum`, expected `two-sums`\n'],
    ['nothing-like-it', "issue: Cannot find `nothing-like-it`, expected an issue's file or slug\n"],
    [
      'weekly',
      'issue: Unexpected name `weekly` of several issues, expected one of `2024-12-10-weekly`, `2024-12-17-weekly`\n',
    ],
    ['issues/two-sums', 'issue: Cannot find `issues/two-sums`\n'],
    ['two-sums.md', 'issue: Cannot find `two-sums.md`\n'],
  ])('%s is none', async (name, stderr) => {
    expect(await check(makeNewsletter(files), name)).toMatchObject({ code: 2, stderr })
  })
})

describe('the newsletter', () => {
  test.each(['issues', 'issues/images', 'drafts/of/mine'])('is found from %s', async (folder) => {
    const newsletter = makeNewsletter(files)
    mkdirSync(newsletter.path(folder), { recursive: true })
    const { code, stderr } = await runHere(['check', 'sora'], { cwd: newsletter.path(folder) })
    expect(code).toBe(0)
    expect(stderr).toContain('2024-11-28-sora.md')
  })

  test('without a config is found from its issues, and from no other folder', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A') })
    newsletter.remove('issue.config.yml')
    mkdirSync(newsletter.path('other'))
    const found = await runHere(['check'], { cwd: newsletter.path('issues') })
    expect(found.stderr).toContain('Checked 1 issue')
    const other = await runHere(['check'], { cwd: newsletter.path('other') })
    expect(other.stderr).toContain('Missing issues')
  })

  test('is not looked for outside of the repository', async () => {
    const newsletter = makeNewsletter(files)
    mkdirSync(newsletter.path('program/.git'), { recursive: true })
    mkdirSync(newsletter.path('program/src'))
    const { code, stderr } = await runHere(['check'], { cwd: newsletter.path('program/src') })
    expect({ code, stderr: stderr.split('\n')[0] }).toEqual({
      code: 1,
      stderr:
        'issues  error  Missing issues, expected at least one Markdown file in `issues/`  (newsletter-empty)',
    })
  })

  test('of --root wins', async () => {
    const newsletter = makeNewsletter(files)
    mkdirSync(newsletter.path('empty'))
    const { stderr } = await runHere(['check', '--root', '../empty'], { cwd: newsletter.path('issues') })
    expect(stderr).toContain('Missing issues')
  })
})

test('the output folder is that of the newsletter found above', async () => {
  const newsletter = makeNewsletter(files)
  const { code, stdout } = await runHere(['build', 'sora'], { cwd: newsletter.path('issues') })
  expect(code).toBe(0)
  expect(stdout).toContain('../dist/2024-11-28-sora/email.html')
  expect(newsletter.has('dist/2024-11-28-sora/email.html')).toBe(true)
})

describe('a symbolic link that leads nowhere, or to itself, is no missing file', () => {
  test.each(['definitions.md', 'sponsors.yml', 'issue.config.json'])('%s', async (name) => {
    for (const [target, reason] of [
      ['gone', 'its symbolic link leads nowhere'],
      [name, 'its symbolic links lead in a circle'],
    ] as const) {
      const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A') })
      newsletter.remove('issue.config.yml')
      symlinkSync(target, newsletter.path(name))
      const { code, stderr } = await newsletter.issue('check')
      expect(code).toBe(2)
      expect(stderr).toContain(`${name}  error  Cannot read \`${name}\`: ${reason}  (file-unreadable)`)
    }
  })
})

test('folders that are skipped because of their names are named when there are no issues', async () => {
  const newsletter = makeNewsletter({ 'issues/_posts/a.md': toIssue('A'), 'issues/_data/a.yml': '' })
  const { code, stderr } = await newsletter.issue('check')
  expect(code).toBe(1)
  expect(stderr).toContain('`issues/_posts` was skipped: move what is in it into `issues/`.')
})

test('the poll of an issue is counted by the same names', async () => {
  const poll = '\n\n:::poll{#how}\nHow was it?\n\n- Good {#good}\n- Bad {#bad}\n:::\n'
  const newsletter = makeNewsletter({
    'issue.config.yml': `checks: ${noChecks}\npolls:\n  url: https://votes.news/?i={issue}&p={poll}&o={option}\n`,
    'issues/2024-12-03-two-sums.md': toIssue('Two sums', '', poll),
    'issues/2024-12-10-weekly.md': toIssue('Weekly', '', poll),
    'issues/2024-12-17-weekly.md': toIssue('Weekly', '', poll),
    'access.log':
      '203.0.113.7 - - [03/Dec/2024:09:12:00 +0000] "GET /?i=2024-12-03-two-sums&p=how&o=good HTTP/1.1" 200 1 "-" "Mozilla/5.0 (X11; Linux x86_64) Firefox/133.0"\n',
  })
  const tally = (name: string) => newsletter.issue('poll', 'tally', name, 'how', '--log', 'access.log')
  const counted = await tally('two-sums')
  expect(counted).toMatchObject({ code: 0, stdout: 'issues/polls/2024-12-03-two-sums.how.json\n' })
  expect((await tally('weekly')).stderr).toContain('Unexpected name `weekly` of several issues')
})

/** What `issue diff` reads from Git: the newsletter's folder, references, links, large files, configs. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { makeNewsletter, noChecks, pixel, toIssue } from '../cli/newsletter.ts'
import { createRepository } from './repository.ts'

const config = `checks: ${noChecks}\n`

/** A repository whose newsletter is at its top, with one issue. */
function createNewsletter() {
  const repository = createRepository()
  repository.write('issue.config.yml', config)
  repository.write('issues/one.md', toIssue('One'))
  const commit = repository.commit()
  return { ...repository, commit: () => repository.commit(), first: commit }
}

async function compare(repository: Pick<ReturnType<typeof createRepository>, 'issue'>, ...args: string[]) {
  const { code, stdout, stderr } = await repository.issue('diff', ...args, '--reporter', 'json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

test('a newsletter in a subfolder with a space is compared alone', async () => {
  const repository = createRepository()
  repository.write('news letters/weekly/issue.config.yml', config)
  repository.write('news letters/weekly/issues/one.md', toIssue('One'))
  repository.write('other/issues/two.md', toIssue('Two'))
  const commit = repository.commit()
  repository.write('news letters/weekly/issues/one.md', toIssue('First'))
  repository.write('other/issues/two.md', toIssue('Second'))
  const { code, stdout } = await repository.issueIn(
    'news letters/weekly',
    'diff',
    'main',
    '--reporter',
    'json',
  )
  const report = JSON.parse(stdout)
  expect({ code, ref: report.ref, commit: report.commit }).toEqual({ code: 0, ref: 'main', commit })
  expect(report.issues).toMatchObject([
    { source: 'issues/one.md', before: { subject: 'One' }, after: { subject: 'First' } },
  ])
  const fromTop = await compare(repository, 'main', '--root', 'news letters/weekly')
  expect(fromTop).toEqual(report)
})

test('branches, tags and commits are compared with the files as they are', async () => {
  const repository = createNewsletter()
  repository.git('tag', 'sent')
  repository.write('issues/one.md', toIssue('Second'))
  repository.commit()
  repository.write('issues/one.md', toIssue('Third'))
  for (const ref of ['sent', 'HEAD~1', repository.first, repository.first.slice(0, 8)])
    expect((await compare(repository, ref)).issues).toMatchObject([
      { before: { subject: 'One' }, after: { subject: 'Third' } },
    ])
  expect((await compare(repository, 'main')).issues).toMatchObject([{ before: { subject: 'Second' } }])
})

test('neither the files nor the index are touched, and nothing is left behind', async () => {
  const repository = createNewsletter()
  repository.write('issues/one.md', toIssue('Staged'))
  repository.git('add', '--all')
  repository.write('issues/one.md', toIssue('Not staged'))
  const index = join(repository.place, '.git/index')
  const before = {
    bytes: readFileSync(index),
    time: statSync(index).mtimeMs,
    files: readdirSync(repository.place),
  }
  const temporary = mkdtempSync(join(tmpdir(), 'issuepress diff empty '))
  const { TMPDIR } = process.env
  process.env.TMPDIR = temporary
  onTestFinished(() => {
    process.env.TMPDIR = TMPDIR
  })
  await compare(repository, 'main')
  expect(readdirSync(temporary)).toEqual([])
  expect({
    bytes: readFileSync(index),
    time: statSync(index).mtimeMs,
    files: readdirSync(repository.place),
  }).toEqual(before)
})

test('an unknown ref is wrong usage, also one that looks like an option', async () => {
  const repository = createNewsletter()
  const { code, stderr } = await repository.issue('diff', 'mian')
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'issue: Cannot find `mian` in the Git repository, expected a branch, tag or commit\n' +
      'A branch that only the remote has is `origin/mian`, after `git fetch origin mian`.\n',
  })
  const option = await repository.issue('diff', '--', '--output=x')
  expect(option.code).toBe(2)
  expect(option.stderr).toContain('Cannot find `--output=x` in the Git repository')
  expect(existsSync(join(repository.place, 'x'))).toBe(false)
})

test('a shallow clone is told how to get the ref', async () => {
  const origin = createNewsletter()
  origin.git('branch', 'draft')
  origin.write('issues/one.md', toIssue('Second'))
  origin.commit()
  const clone = createRepository()
  clone.git('fetch', '--quiet', '--depth', '1', pathToFileURL(origin.place).href, 'main')
  clone.git('checkout', '--quiet', '-B', 'main', 'FETCH_HEAD')
  const { code, stderr } = await clone.issue('diff', 'origin/draft')
  expect(code).toBe(2)
  expect(stderr).toContain('This is a shallow clone: fetch it with `git fetch origin draft`')
  expect(stderr).toContain('`fetch-depth: 0`')
  clone.git('fetch', '--quiet', '--depth', '1', pathToFileURL(origin.place).href, 'draft')
  expect((await compare(clone, 'FETCH_HEAD')).issues).toMatchObject([{ before: { subject: 'One' } }])
})

test('a folder without a repository is wrong usage', async () => {
  const newsletter = makeNewsletter({ 'issues/one.md': toIssue('One') })
  const { code, stderr } = await newsletter.issue('diff', 'main')
  expect(code).toBe(2)
  expect(stderr).toBe(
    `issue: Cannot find a Git repository around \`${newsletter.root}\`, which is where an earlier state is read from\n`,
  )
})

test('of a config with an error there is no comparison', async () => {
  const repository = createNewsletter()
  repository.write('issue.config.yml', 'nam: x\nchecks: 7\n')
  const { code, stderr } = await repository.issue('diff', 'main')
  expect(code).toBe(2)
  expect(stderr).toContain('issue.config.yml:2')
})

test('a state before the newsletter, or with a broken config, has no issues to compare with', async () => {
  const repository = createRepository()
  repository.write('README.md', 'Soon.')
  const empty = repository.commit()
  repository.write('issues/one.md', toIssue('One'))
  repository.write('issue.config.yml', 'checks: 7\n')
  const broken = repository.commit()
  repository.write('issue.config.yml', config)
  const fromEmpty = await compare(repository, empty)
  expect(fromEmpty.issues).toMatchObject([{ status: 'added', source: 'issues/one.md' }])
  expect(fromEmpty.notes).toEqual([`All issues count as added, since there are none at ${empty}`])
  expect(fromEmpty.problems.solved).toEqual([])
  const fromBroken = await compare(repository, broken)
  expect(fromBroken.issues).toMatchObject([{ status: 'added' }])
  expect(fromBroken.notes[0]).toMatch(/since the config at .* has an error\. issue\.config\.yml: Unexpected/)
})

test('a config that is a program is run as it was, with what it imports beside the newsletter', async () => {
  const repository = createRepository()
  repository.write('shared/name.mjs', "export const name = 'Old Letters'\n")
  repository.write(
    'news/issue.config.mjs',
    `import { name } from '../shared/name.mjs'\nexport default { name, checks: ${noChecks} }\n`,
  )
  repository.write('news/issues/one.md', toIssue('One'))
  repository.commit()
  repository.write('shared/name.mjs', "export const name = 'New Letters'\n")
  const { stdout } = await repository.issueIn('news', 'diff', 'main')
  expect(stdout).toContain('[-Old-]{+New+} Letters')
  const refused = await repository.issueIn('news', 'diff', 'main', '--no-config-code')
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('Unexpected config `issue.config.mjs`, which is a program')
  repository.remove('news/issue.config.mjs')
  repository.write('news/issue.config.yml', config)
  const { stdout: printed } = await repository.issueIn('news', 'diff', 'main', '--no-config-code')
  expect(printed).toContain('note: All issues count as added, since the config at main has an error')
})

test('a picture in Git LFS is read where it has been downloaded, else named', async () => {
  const repository = createNewsletter()
  const digest = createHash('sha256').update(pixel).digest('hex')
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${digest}\nsize ${pixel.length}\n`
  repository.write('issues/one.md', toIssue('One', '', '![A dot](dot.png)'))
  repository.write('issues/dot.png', pointer)
  repository.commit()
  repository.write('issues/one.md', toIssue('Changed', '', '![A dot](dot.png)'))
  repository.write('issues/dot.png', pixel)
  const present = await compare(repository, 'main')
  expect(present.notes).toEqual([])
  expect(present.issues).toMatchObject([{ images: { added: [], removed: [], changed: [] } }])
  repository.write('issues/dot.png', Buffer.concat([pixel, Buffer.from([0])]))
  const missing = await compare(repository, 'main')
  expect(missing.notes).toEqual([
    'Not compared, since Git LFS has not downloaded them (`git lfs fetch origin main`): issues/dot.png',
  ])
  repository.write(`.git/lfs/objects/${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`, pixel)
  expect((await compare(repository, 'main')).notes).toEqual([])
})

test('a symbolic link that leads out of the repository is not followed', async () => {
  const repository = createNewsletter()
  symlinkSync(join(import.meta.dirname, 'repository.ts'), join(repository.place, 'issues/out.md'))
  symlinkSync('one.md', join(repository.place, 'issues/in.md'))
  repository.commit()
  repository.remove('issues/out.md')
  repository.write('issues/one.md', toIssue('Changed'))
  const { issues } = await compare(repository, 'main')
  expect(issues.map(({ source, status }: { source: string; status: string }) => [source, status])).toEqual(
    expect.not.arrayContaining([['issues/out.md', 'removed']]),
  )
})

test('control characters of a text do not reach the terminal', async () => {
  const repository = createNewsletter()
  repository.write('issues/one.md', toIssue('One', '', 'A \u001b[31mred\u001b[0m word.'))
  const { stdout } = await repository.issue('diff', 'main')
  expect(stdout).toContain('red')
  expect(stdout).not.toContain('\u001b')
})

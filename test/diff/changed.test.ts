/** `--changed <ref>`: which issues the changed files concern. */
import { expect, test } from 'vitest'
import { makeNewsletter, noChecks, pixel, toIssue } from '../cli/newsletter.ts'
import { createRepository } from './repository.ts'

const picture = (count: number) => Buffer.concat([pixel, Buffer.alloc(count)])

/** Four issues: one with a picture, one that links to it, one with another template and a poll's results, one with nothing. */
function createNewsletter() {
  const repository = createRepository()
  const files = {
    'issue.config.yml': `name: Letters\nurl: https://example.com\nfrom: Ada <ada@example.com>\nchecks: ${noChecks}\n`,
    'sponsors.yml': 'kettle:\n  name: Kettle\n  url: https://example.com\n',
    'definitions.md': '[home]: https://example.com\n',
    'templates/other/layout.html': '<!doctype html><html><body>{{ content }}</body></html>\n',
    'templates/spare/style.css': 'p { color: #222 }\n',
    'issues/assam.md': toIssue('A', '', '![A dot](images/my%20dot.png)'),
    'issues/bancha.md': toIssue('B', '', '[A](assam.md)'),
    'issues/chai.md': toIssue('C', 'template: other\n', '::poll-results{from="assam#tea"}'),
    'issues/dooars.md': toIssue('D'),
    'issues/images/my dot.png': picture(0),
    'issues/polls/dooars.tea.json': '{}',
    'README.md': 'Letters.\n',
  }
  for (const [name, content] of Object.entries(files)) repository.write(name, content)
  repository.commit()
  const check = async (...args: string[]) => {
    const { stdout, stderr } = await repository.issue(
      'check',
      '--changed',
      'main',
      '--reporter',
      'json',
      ...args,
    )
    const issues: { slug: string }[] = JSON.parse(stdout).issues
    return { slugs: issues.map(({ slug }) => slug[0]).join(''), line: stderr.split('\n')[0] }
  }
  return { ...repository, check }
}

test.each([
  ['nothing', '', '', ''],
  ['an issue', 'issues/dooars.md', toIssue('Changed'), 'd'],
  ['an issue that another one links to', 'issues/assam.md', toIssue('Changed'), 'ab'],
  ['a new issue, not added yet', 'issues/earl-grey.md', toIssue('E'), 'e'],
  ['a picture', 'issues/images/my dot.png', picture(1), 'a'],
  ['a template that one issue has', 'templates/other/layout.html', '<html>{{ content }}</html>', 'c'],
  ['a template that no issue has', 'templates/spare/style.css', 'p { color: #333 }', 'abcd'],
  ['the config', 'issue.config.yml', `name: News\nurl: https://example.com\nchecks: ${noChecks}\n`, 'abcd'],
  ['the sponsors', 'sponsors.yml', '{}\n', 'abcd'],
  ['shared definitions', 'definitions.md', '[home]: https://example.org\n', 'abcd'],
  ['a lock file', 'package-lock.json', '{}', 'abcd'],
  ['a file that nothing mentions', 'README.md', 'News.\n', ''],
])('%s', async (_, path, content, slugs) => {
  const newsletter = createNewsletter()
  if (path !== '') newsletter.write(path, content)
  const result = await newsletter.check()
  expect(result.slugs).toBe(slugs)
  const total = path === 'issues/earl-grey.md' ? 5 : 4
  expect(result.line).toBe(
    `${slugs.length} of ${total} issues ${slugs.length === 1 ? 'is' : 'are'} concerned by changes since main`,
  )
})

test('drafts count only where they are checked', async () => {
  const newsletter = createNewsletter()
  newsletter.write('issues/earl-grey.md', toIssue('E', 'draft: true\n'))
  newsletter.write('issues/dooars.md', toIssue('Changed'))
  expect((await newsletter.check()).line).toBe('1 of 4 issues is concerned by changes since main')
  const withDrafts = await newsletter.check('--drafts')
  expect(withDrafts.line).toBe('2 of 5 issues are concerned by changes since main')
})

test('the results of a poll concern the issues that print them', async () => {
  const newsletter = createNewsletter()
  newsletter.write('issues/polls/assam.tea.json', '{}')
  expect((await newsletter.check()).slugs).toContain('c')
})

test('an issue, a picture or a template’s file that is gone counts as well', async () => {
  const newsletter = createNewsletter()
  newsletter.remove('issues/images/my dot.png')
  expect((await newsletter.check()).slugs).toBe('a')
  newsletter.remove('issues/assam.md')
  expect((await newsletter.check()).slugs).toContain('b')
  newsletter.remove('templates/spare/style.css')
  expect((await newsletter.check()).slugs).toBe('bcd')
})

test('with a config that is a program, any file may be what it reads', async () => {
  const newsletter = createNewsletter()
  newsletter.remove('issue.config.yml')
  newsletter.write(
    'issue.config.mjs',
    `export default { url: 'https://example.com', markdown: { remarkPlugins: [() => () => {}] }, checks: ${noChecks} }\n`,
  )
  newsletter.commit()
  newsletter.write('issues/dooars.md', toIssue('Changed'))
  expect((await newsletter.check()).slugs).toBe('d')
  newsletter.write('data.csv', '1\n')
  expect((await newsletter.check()).slugs).toBe('abcd')
})

test('files that are named as well are checked only if they are concerned', async () => {
  const newsletter = createNewsletter()
  newsletter.write('issues/dooars.md', toIssue('Changed'))
  expect((await newsletter.check('issues/dooars.md', 'issues/assam.md')).slugs).toBe('d')
})

test('a build leaves the files of other issues as they are', async () => {
  const newsletter = createNewsletter()
  newsletter.write('.gitignore', 'dist/\n')
  newsletter.commit()
  const whole = await newsletter.issue('build')
  expect(whole.stdout).toContain('dist/bancha/email.html')
  newsletter.write('issues/dooars.md', toIssue('Changed'))
  const { code, stdout, stderr } = await newsletter.issue('build', '--changed', 'main')
  // The mistake in another issue, its poll without results, is not of this build.
  expect([whole.code, code]).toEqual([1, 0])
  expect(stderr).toContain('1 of 4 issues is concerned by changes since main\n')
  expect(stdout).toContain('dist/dooars/email.html')
  expect(stdout).not.toContain('dist/bancha/email.html')
  const again = await newsletter.issue('build')
  expect(again.stdout).toBe(whole.stdout)
})

test('standard input is in no commit', async () => {
  const newsletter = createNewsletter()
  const { code, stderr } = await newsletter.issue('check', '-', '--changed', 'main')
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'issue: Unexpected `--changed` with `-`, expected one of them: standard input is in no commit\n',
  })
})

test('outside of a repository it is wrong usage', async () => {
  const newsletter = makeNewsletter({ 'issues/assam.md': toIssue('A') })
  const { code, stderr } = await newsletter.issue('check', '--changed', 'main')
  expect(code).toBe(2)
  expect(stderr).toContain('Cannot find a Git repository around')
})

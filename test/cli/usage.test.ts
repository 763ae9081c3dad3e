import { describe, expect, test } from 'vitest'
import { makeNewsletter, run, toIssue } from './newsletter.ts'

const here = { cwd: import.meta.dirname }

describe('without a newsletter', () => {
  test('prints help when asked, on standard output', async () => {
    const { code, stdout, stderr } = await run(['--help'], here)
    expect(stdout).toContain('Usage: issue [options] [command]')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test('prints the help of build, with examples', async () => {
    const { code, stdout } = await run(['build', '--help'], here)
    expect(code).toBe(0)
    expect(stdout).toContain('issue build --strict --reporter json')
    for (const flag of [
      'root',
      'out',
      'config',
      'target',
      'drafts',
      'strict',
      'reporter',
      'no-color',
      'quiet',
    ]) {
      expect(stdout).toContain(`--${flag}`)
    }
  })

  test('prints the help of check, with examples', async () => {
    const { code, stdout } = await run(['check', '--help'], here)
    expect(code).toBe(0)
    expect(stdout).toContain('issue check - < draft.md')
    for (const flag of ['root', 'config', 'strict', 'reporter', 'online', 'list', 'explain'])
      expect(stdout).toContain(`--${flag}`)
    expect(stdout).not.toContain('--out')
  })

  test('prints the help of build as `help build`', async () => {
    expect(await run(['help', 'build'], here)).toEqual(await run(['build', '--help'], here))
    expect(await run(['help', 'poll', 'tally'], here)).toEqual(await run(['poll', 'tally', '--help'], here))
  })

  test.each(['--version', '-V'])('prints its version: %s', async (flag) => {
    expect(await run([flag], here)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
  })

  test('prints help on standard error when no command was given', async () => {
    const { code, stdout, stderr } = await run([], here)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage: issue')
  })

  test.each([
    [['biuld'], 'Did you mean build?'],
    [['help', 'biuld'], 'Did you mean build?'],
    [['build', '--rooot', '.'], 'Did you mean --root?'],
    [['build', '--reporter', 'xml'], 'Allowed choices are pretty, json, github, sarif'],
    [['build', '--root'], "option '--root <dir>' argument missing"],
  ])('refuses %j', async (args, hint) => {
    const { code, stdout, stderr } = await run(args, here)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(hint)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

describe('usage errors are one line and exit code 2', () => {
  const files = {
    'issues/a.md': toIssue('A'),
    'issues/notes.txt': 'no issue',
    'templates/default/style.css': '',
    'issue.config.txt': '',
  }

  test.each<[string, string[], string]>([
    ['an unknown file', ['issues/b.md'], 'Cannot find `issues/b.md`'],
    ['a file that is no Markdown', ['issues/notes.txt'], 'expected a Markdown file'],
    ['a folder', ['issues'], 'Unexpected folder `issues`'],
    ['a file outside', ['../outside.md'], "expected one in the newsletter's folder"],
    ['an unknown root', ['--root', 'nowhere'], 'Cannot find the folder'],
    ['an unknown target', ['--target', 'mailchip'], 'Unexpected target `mailchip`, expected `mailchimp`'],
    ['an unknown config', ['--config', 'nothing.yml'], 'Cannot find the config'],
    ['a config of an unknown kind', ['--config', 'issue.config.txt'], 'Unexpected config'],
    ['--out at the newsletter', ['--out', '.'], 'does not contain the newsletter'],
    ['--out above the newsletter', ['--out', '..'], 'does not contain the newsletter'],
    ['--out at the issues', ['--out', 'issues'], 'expected a folder apart from `issues/`'],
    ['--out in the templates', ['--out', 'templates/default'], 'expected a folder apart from `templates/`'],
  ])('%s', async (_, args, hint) => {
    const newsletter = makeNewsletter(files)
    newsletter.write('../outside.md', toIssue('Outside'))
    const before = newsletter.hash('.')
    const { code, stdout, stderr } = await newsletter.issue('build', ...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^issue: .+\n$/)
    expect(stderr).toContain(hint)
    expect(newsletter.hash('.')).toEqual(before)
  })

  test('--out at a link to the newsletter', async () => {
    const newsletter = makeNewsletter(files)
    const { symlinkSync } = await import('node:fs')
    symlinkSync(newsletter.root, `${newsletter.parent}/link`)
    const { code, stderr } = await newsletter.issue('build', '--out', '../link')
    expect(code).toBe(2)
    expect(stderr).toContain('does not contain the newsletter')
  })
})

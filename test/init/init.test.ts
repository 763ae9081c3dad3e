/** `issue init`: what it writes, and what it leaves. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadScaffold } from '../../src/files/load-scaffold.ts'
import { createName } from '../../src/scaffold/create-name.ts'
import { createNewsletter } from '../../src/scaffold/create-newsletter.ts'
import { targets } from '../../src/targets/index.ts'
import { makeNewsletter, run, runHere } from '../cli/newsletter.ts'
import { expectFolder } from './expect-folder.ts'

/** A folder with nothing in it but the given files: not even a config. */
function makeFolder(files: Record<string, string> = {}) {
  const folder = makeNewsletter({ 'issue.config.yml': '', ...files })
  if (!Object.hasOwn(files, 'issue.config.yml')) folder.remove('issue.config.yml')
  return folder
}

const day = ['--date', '2026-01-06']

test.each([
  ['no config', undefined, true],
  ['a config with a schedule', 'schedule: { every: tuesday }\n', true],
  ['a config without one', 'name: Tea\n', false],
])('names the day of the next issue only with a schedule: %s', async (_, config, isNamed) => {
  const folder = makeFolder(config === undefined ? {} : { 'issue.config.yml': config })
  await folder.issue('init', '--yes', ...day)
  expect(folder.read('issues/_template.md').includes('merge:next_issue')).toBe(isNamed)
  expect(folder.read('issues/2026-01-06-welcome.md')).not.toContain('merge:next_issue')
  const { stderr } = await folder.issue('new')
  expect(stderr).not.toContain('next_issue')
  expect((await folder.issue('build', '--reporter', 'unix')).stdout).not.toContain('next_issue')
})

describe('writes', () => {
  test.each([
    ['generic', ['--name', 'The Tea Letter', '--from', 'Ada <ada@tealetter.org>']],
    ['mailchimp', ['--target', 'mailchimp', '--template', 'letter', '--name', 'Tea: a “letter” & more']],
    ['loops', ['--target', 'loops', '--name', 'T']],
  ])('a newsletter for %s', async (name, options) => {
    const folder = makeFolder()
    const { code, stdout, stderr } = await folder.issue('init', 'new', '--yes', ...day, ...options)
    expect(code).toBe(0)
    expectFolder(join(import.meta.dirname, name), folder.path('new'), `${stdout}---\n${stderr}`)
  })

  test('every file of the scaffold, with the dots that npm would not pack', async () => {
    const folder = makeFolder()
    const { stdout } = await folder.issue('init', '--yes', ...day)
    const written = folder.list('.')
    expect(stdout.trimEnd().split('\n').sort()).toEqual(written)
    expect(written.length).toBe(loadScaffold().length)
    expect(written).toContain('.gitignore')
    expect(written).toContain('issues/_template.md')
    expect(folder.list('.').filter((path) => path.startsWith('_'))).toEqual([])
  })

  test('the compiled command the same bytes, in a folder with spaces', async () => {
    const folder = makeFolder()
    const options = ['--yes', '--name', 'Tea', ...day]
    expect(await run(['init', 'one two', ...options], { cwd: folder.root })).toMatchObject({ code: 0 })
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
    expect(folder.json('one two/package.json').devDependencies).toEqual({ issuepress: `^${version}` })
    const build = await run(['build'], { cwd: folder.path('one two') })
    expect(build.code).toBe(0)
    expect(build.stderr).toMatch(/^✓ 2026-01-06-welcome .*\nBuilt 1 issue into dist\/\n$/)
    expect(await run(['check', '--strict'], { cwd: folder.path('one two') })).toMatchObject({ code: 0 })
    folder.remove('one two/dist')
    folder.remove('one two/package.json')
    await folder.issue('init', 'three', ...options)
    folder.remove('three/package.json')
    expect(folder.hash('one two')).toEqual(folder.hash('three'))
  })

  test('the day of the first issue: the next Tuesday', async () => {
    const folder = makeFolder()
    const { stdout } = await folder.issue('init', '--yes')
    const [, date = ''] = /issues[\\/](\d{4}-\d\d-\d\d)-welcome\.md/.exec(stdout) ?? []
    expect(new Date(date).getUTCDay()).toBe(2)
  })

  test.each([
    ['my-newsletter', 'My Newsletter'],
    ['the_tea.letter', 'The Tea Letter'],
    ['ÉTUDES', 'ÉTUDES'],
    ['ökopost', 'Ökopost'],
    ['茶の手紙', '茶の手紙'],
    ['2026', 'My newsletter'],
    ['---', 'My newsletter'],
    ['', 'My newsletter'],
  ])('the name of the folder %j as %j', (folder, name) => {
    expect(createName(folder)).toBe(name)
  })

  test('names that YAML and addresses would read otherwise', async () => {
    const names = ['No', '# 1', '"Quoted"', 'a: b', "it's", '007', '- x', 'Tea, Ltd.', '{{ x }}', '*|X|*']
    for (const name of names) {
      const folder = makeFolder()
      expect(await folder.issue('init', '--yes', '--name', name, ...day)).toMatchObject({ code: 0 })
      const check = await folder.issue('check', '--strict')
      // A name that is a merge tag is reported like any other.
      if (!/[{*]/.test(name)) expect(check.stderr).toContain('ready to send')
      expect(parse(folder.read('issue.config.yml')).name).toBe(name)
    }
  })
})

describe('leaves', () => {
  test('files that are there, and names them', async () => {
    const present = {
      'package.json': '{ "scripts": { "build": "make" }, "dependencies": { "issuepress": "1" } }',
      '.gitignore': 'mine\n',
      'issues/images/logo.png': 'mine',
    }
    const folder = makeFolder(present)
    const { code, stdout, stderr } = await folder.issue('init', '--yes', ...day)
    expect(code).toBe(0)
    for (const [path, text] of Object.entries(present)) {
      expect(folder.read(path)).toBe(text)
      expect(stderr).toContain(`issue: \`${path}\` is there already and was left as it is\n`)
      expect(stdout.split('\n')).not.toContain(path)
    }
    expect(stderr).toContain(
      '  npm pkg set scripts.watch="issue watch" scripts.check="issue check --strict"\n',
    )
    expect(stderr).not.toContain('devDependencies')
  })

  test('a package without the tool, with the commands that add it', async () => {
    const folder = makeFolder({ 'package.json': '[]' })
    const { stderr } = await folder.issue('init', '--yes', ...day)
    expect(stderr).toContain(
      '  npm pkg set devDependencies.issuepress="^0.0.0"\n  npm pkg set scripts.build="issue build" scripts.watch=',
    )
  })

  test('a config in another format, which names another logo', async () => {
    const folder = makeFolder({ 'issue.config.json': '{}' })
    const { stderr } = await folder.issue('init', '--yes', ...day)
    expect(folder.has('issue.config.yml')).toBe(false)
    expect(folder.has('issues/images/logo.png')).toBe(false)
    expect(stderr).toContain('`issue.config.json` is there already')
    expect(stderr).not.toContain('made up')
  })

  test('an archive without a first issue', async () => {
    const folder = makeFolder({ 'issues/2020-01-01-old.md': '# Old\n\nHello.\n' })
    const { code, stderr } = await folder.issue('init', '--yes', ...day)
    expect(code).toBe(0)
    expect(folder.list('issues')).toEqual(['2020-01-01-old.md', '_template.md', 'images/logo.png'])
    expect(stderr).toContain('`issues/` has issues already, so no first one was written')
  })

  test('everything, the second time', async () => {
    const folder = makeFolder()
    await folder.issue('init', '--yes', ...day)
    const before = folder.hash('.')
    const { code, stdout } = await folder.issue('init', '--yes', '--name', 'Other', '--date', '2026-02-03')
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(folder.hash('.')).toEqual(before)
  })

  test('the disk as it is, with --dry-run', async () => {
    const folder = makeFolder({ 'package.json': '{}' })
    const before = folder.hash('.')
    const dry = await folder.issue('init', 'a/b', '--dry-run', ...day)
    expect(folder.hash('.')).toEqual(before)
    expect(folder.has('a')).toBe(false)
    const real = await folder.issue('init', 'a/b', '--yes', ...day)
    expect(dry).toEqual({ code: 0, stdout: real.stdout, stderr: '' })
  })
})

describe('refuses', () => {
  test.each([
    [['--target', 'mailchip'], 'Unexpected target `mailchip`, expected `mailchimp`'],
    [
      ['--template', 'lettre'],
      'Unexpected template `lettre`, expected `brand`, `default`, `digest` or `letter`',
    ],
    [['--from', 'Ada'], 'Unexpected sender `Ada`, expected a sender such as `Ada <ada@example.com>`'],
    [['--name', ' '], 'Unexpected name ` `, expected a name on one line'],
    [['--name', 'a\nb'], 'expected a name on one line'],
    [['--date', '2026-02-30'], 'Unexpected date `2026-02-30`, expected a day such as `2026-01-06`'],
  ])('%j', async (options, reason) => {
    const folder = makeFolder()
    const { code, stderr } = await folder.issue('init', ...options)
    expect(code).toBe(2)
    expect(stderr).toContain(reason)
    expect(folder.list('.')).toEqual([])
  })

  test('a file in place of the folder', async () => {
    const folder = makeFolder({ taken: 'mine' })
    for (const path of ['taken', 'taken/below']) {
      const { code, stderr } = await folder.issue('init', path, '--yes')
      expect(code).toBe(2)
      expect(stderr).toContain('there is a file where a folder should be')
    }
    expect(folder.read('taken')).toBe('mine')
  })
})

describe('interrupted by an error of the disk, leaves nothing', () => {
  /** Runs the compiled command where no file may have more than 8 kB: the first picture has. */
  function runWithLimit(cwd: string, ...args: string[]) {
    const command = `ulimit -f 8; exec "$@"`
    const cli = join(import.meta.dirname, '../../lib/cli.js')
    const words = ['-c', command, 'bash', process.execPath, cli, 'init', ...args, '--yes']
    return spawnSync('bash', words, { cwd, encoding: 'utf8' })
  }

  test.skipIf(process.platform === 'win32')('in a new folder, nor a folder for it', () => {
    const folder = makeFolder()
    const { status, stderr } = runWithLimit(folder.root, 'a/b/new')
    expect(status).toBe(2)
    expect(stderr).toMatch(/^issue: Cannot write `.*desk\.png`: it is larger than the system permits\n$/)
    expect(readdirSync(folder.root)).toEqual([])
  })

  test.skipIf(process.platform === 'win32')('in one that is there', () => {
    const folder = makeFolder({ 'notes.txt': 'mine' })
    expect(runWithLimit(folder.root).status).toBe(2)
    expect(readdirSync(folder.root)).toEqual(['notes.txt'])
  })

  test('where a file is in place of one of its folders', async () => {
    const folder = makeFolder({ issues: 'mine' })
    const { code, stderr } = await folder.issue('init', '--yes')
    expect(code).toBe(2)
    expect(stderr).toContain('there is a file where a folder should be')
    expect(folder.list('.')).toEqual(['issues'])
  })
})

test('cut off after any file, it is no newsletter yet or one that builds', async () => {
  const choices = {
    name: 'Tea',
    from: 'a@b.org',
    target: 'kit',
    template: 'default',
    date: '2026-01-06',
    version: '1.0.0',
  }
  const { kit } = targets
  if (!kit) throw new Error('no such target')
  const folder = makeFolder()
  const outcomes: (number | null)[] = []
  for (const { path, bytes } of createNewsletter(loadScaffold(), choices, kit)) {
    folder.write(path, bytes)
    const hasIssue = folder.list('issues').some((name) => name.endsWith('welcome.md'))
    if (!hasIssue) expect(path).toMatch(/^issues\/images\//)
    else outcomes.push((await runHere(['build'], { cwd: folder.root })).code)
  }
  expect(outcomes.length).toBeGreaterThan(3)
  expect(new Set(outcomes)).toEqual(new Set([0]))
})

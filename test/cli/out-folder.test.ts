/** Out folders that somebody else has written to, or that cannot be written to at all. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeNewsletter, noChecks, toIssue } from './newsletter.ts'

const command = resolve(import.meta.dirname, '../../lib/cli.js')

/**
 * Two newsletters that differ in nothing but their folder and the words of their only issue.
 * @param config lines of both configs
 */
function makeTwo(config = '') {
  return makeNewsletter({
    'a/issues/one.md': toIssue('First of A'),
    'b/issues/one.md': toIssue('First of B'),
    'a/issue.config.yml': `${config}checks: ${noChecks}\n`,
    'b/issue.config.yml': `${config}checks: ${noChecks}\n`,
  })
}
type Two = ReturnType<typeof makeTwo>

const build = (two: Two, folder: string, ...args: string[]) =>
  two.issue('build', '--root', folder, '--out', 'shared', ...args)
const subject = (two: Two) => two.json('shared/one/issue.json').subject

describe('a folder that another newsletter has written', () => {
  test('is left as it is, until --force takes it over', async () => {
    const two = makeTwo()
    expect((await build(two, 'a')).code).toBe(0)
    two.write('b/issues/two.md', toIssue('Second of B'))
    const before = two.hash('shared')
    const refused = await build(two, 'b')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain(
      'Cannot write `../shared/manifest.json`: another newsletter has written this folder',
    )
    expect(two.hash('shared')).toEqual(before)
    two.write('a/issues/mine.md', toIssue('Only of A'))
    await build(two, 'a')
    expect((await build(two, 'b', '--force')).code).toBe(0)
    expect(subject(two)).toBe('First of B')
    expect(two.has('shared/mine/email.html')).toBe(true)
    expect((await build(two, 'b')).code).toBe(0)
    expect((await build(two, 'a')).code).toBe(1)
  })

  test('is one with the same list.id', async () => {
    const two = makeTwo()
    for (const folder of ['a', 'b'])
      two.write(`${folder}/issue.config.yml`, `list: { id: news.example.com }\nchecks: ${noChecks}\n`)
    await build(two, 'a')
    expect((await build(two, 'b')).code).toBe(0)
    expect(subject(two)).toBe('First of B')
  })
})

describe('newsletters of the same name, with files of the same names', () => {
  test('do not overwrite each other', async () => {
    const two = makeTwo('name: The Weekly\n')
    two.write('a/issues/two.md', toIssue('Second of A'))
    two.write('b/issues/two.md', toIssue('Second of B'))
    await build(two, 'a')
    const refused = await build(two, 'b')
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.stderr).toContain('another newsletter has written this folder')
    expect(refused.stderr).toContain('`list: { id: … }`')
    expect(subject(two)).toBe('First of A')
  })

  test('that have one issue each are warned, since only the subject may have changed', async () => {
    const two = makeTwo('name: The Weekly\n')
    await build(two, 'a')
    const { code, stderr } = await build(two, 'b')
    expect(code).toBe(0)
    expect(stderr).toContain('Unexpected subject in `../shared/manifest.json`')
    expect((await build(two, 'b')).stderr).not.toContain('out-folder')
  })
})

describe('a newsletter recognises its folder', () => {
  test.each<[string, (two: Two) => void]>([
    ['its issue has another subject', (two) => two.write('a/issues/one.md', toIssue('Changed'))],
    ['it has another name', (two) => two.write('a/issue.config.yml', `name: A\nchecks: ${noChecks}\n`)],
    ['its folder has another name', (two) => renameSync(two.path('a'), two.path('moved'))],
    [
      'it is a clone with one more issue',
      (two) => {
        cpSync(two.path('a'), two.path('clone'), { recursive: true })
        two.write('clone/issues/new.md', toIssue('New'))
        two.remove('a')
      },
    ],
    [
      'an earlier version wrote no id',
      (two) => {
        const { id, ...manifest } = two.json('shared/manifest.json')
        expect(id).toMatch(/^[0-9a-f]{16}$/)
        two.write('shared/manifest.json', JSON.stringify(manifest))
      },
    ],
  ])('although %s', async (_, change) => {
    const two = makeTwo('name: The Weekly\n')
    await build(two, 'a')
    change(two)
    const folder = ['a', 'moved', 'clone'].find((name) => two.has(name)) ?? ''
    expect(await build(two, folder)).toMatchObject({ code: 0 })
  })

  test('by an id that neither the out folder nor the machine changes', async () => {
    const two = makeTwo()
    await build(two, 'a')
    mkdirSync(two.path('elsewhere'))
    cpSync(two.path('a'), two.path('elsewhere/a'), { recursive: true })
    await two.issue('build', '--root', 'elsewhere/a')
    expect(two.hash('elsewhere/a/dist')).toEqual(two.hash('shared'))
  })
})

describe("a file that is the user's own", () => {
  const files = { 'issues/a.md': toIssue('A'), 'issues/b.md': toIssue('B'), 'dist/a/index.html': 'mine' }

  test('stops the issue that would replace it, until --force', async () => {
    const newsletter = makeNewsletter(files)
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    expect(stderr).toContain(
      'Cannot write `dist/a/index.html`: there is a file that this newsletter has not written',
    )
    expect(newsletter.list('dist/a')).toEqual(['index.html'])
    expect(newsletter.read('dist/a/index.html')).toBe('mine')
    expect(newsletter.has('dist/b/index.html')).toBe(true)
    expect((await newsletter.issue('build', '--force')).code).toBe(0)
    expect(newsletter.read('dist/a/index.html')).not.toBe('mine')
  })

  test('is not what a build has left that was killed before it wrote the manifest', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A') })
    await newsletter.issue('build')
    newsletter.remove('dist/manifest.json')
    newsletter.write('issues/a.md', toIssue('Changed'))
    expect((await newsletter.issue('build')).code).toBe(0)
    expect(newsletter.json('dist/a/issue.json').subject).toBe('Changed')
  })
})

describe('a folder that is none', () => {
  const isAdmin = process.getuid?.() === 0
  const noFiles = isAdmin ? 'the system allows no new files there' : 'permission denied'
  const newsletterWithPipes = () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A') })
    for (const name of ['pipe', 'zero', 'round']) mkdirSync(newsletter.path(name))
    execFileSync('mkfifo', [newsletter.path('pipe/manifest.json')])
    symlinkSync('/dev/zero', newsletter.path('zero/manifest.json'))
    symlinkSync('loop', newsletter.path('loop'))
    symlinkSync('manifest.json', newsletter.path('round/manifest.json'))
    return newsletter
  }

  test.runIf(process.platform === 'linux').each([
    ['/proc', `proc${isAdmin ? '/a/issue.json' : ''}\`: ${noFiles}`],
    ['/proc/new', `proc/new\`: ${noFiles}`],
    ['/dev/null', '/dev/null`: there is a file where a folder should be'],
    ['/dev/null/new', 'there is a file where a folder should be'],
    ['pipe', 'Cannot write `pipe/manifest.json`: it is not a file'],
    ['pipe/manifest.json', 'there is a file where a folder should be'],
    ['zero', 'Cannot write `zero/manifest.json`: it is not a file'],
    ['round', 'Cannot write `round/manifest.json`: its symbolic links lead in a circle'],
    ['loop', 'its symbolic links lead in a circle'],
  ])('%s is an error, and not waited for', async (out, reason) => {
    const newsletter = newsletterWithPipes()
    const { code, stdout, stderr } = await newsletter.issue('build', '--out', out)
    expect({ code: code === 1 || code === 2, stdout }).toEqual({ code: true, stdout: '' })
    expect(stderr).toContain(reason)
  })

  test.runIf(process.platform === 'linux')('/proc has no newsletter either', async () => {
    const newsletter = newsletterWithPipes()
    for (const root of ['/proc', '/sys', '/dev']) {
      const { code, stderr } = await newsletter.issue('check', '--root', root)
      expect([root, code, stderr]).toEqual([root, 1, expect.stringContaining('Missing issues')])
    }
  })
})

describe('a full disk', () => {
  test.runIf(process.platform !== 'win32')('an issue is written wholly or not at all', async () => {
    const newsletter = makeNewsletter({
      'issues/large.md': toIssue('Large', '', 'Many words. '.repeat(9000)),
      'issues/small.md': toIssue('Small'),
    })
    // A limit of 64 blocks stands for the end of the disk: the small files of the large issue still fit.
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `ulimit -f 64; exec "$0" "$@"`, process.execPath, command, 'build', '--root', newsletter.root],
      { encoding: 'utf8' },
    )
    expect(status).toBe(1)
    expect(stderr).toContain('it is larger than the system permits')
    expect(newsletter.list('dist')).toEqual([
      'manifest.json',
      'small/email.html',
      'small/email.txt',
      'small/index.html',
      'small/issue.json',
    ])
    expect(newsletter.has('dist/large')).toBe(false)
  })
})

test('SIGTERM ends a build that computes without a pause', async () => {
  const newsletter = makeNewsletter({
    'issues/a.md': toIssue('A'),
    'issue.config.mjs': "import { writeFileSync } from 'node:fs'\nwriteFileSync('started', '')\nfor (;;);\n",
  })
  const child = spawn(process.execPath, [command, 'build'], { cwd: newsletter.root })
  const look = setInterval(() => newsletter.has('started') && child.kill('SIGTERM'), 20)
  const signal = await new Promise((done) => child.on('close', (_, name) => done(name)))
  clearInterval(look)
  expect(signal).toBe('SIGTERM')
})

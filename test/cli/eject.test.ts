/** `issue eject`: files of a template become the newsletter's own, and later versions of them are reported. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeNewsletter, toIssue } from './newsletter.ts'

const shipped = (path: string) => readFileSync(join(import.meta.dirname, '../../templates', path), 'utf8')

const make = (files: Record<string, string> = {}) =>
  makeNewsletter({ 'issues/dawn.md': toIssue('Dawn'), ...files })

/** A record of copies from an older version, whose originals were other ones. */
const oldRecord = (...paths: string[]) =>
  paths.map((path) => `${path}:\n  version: 0.0.9\n  sha256: "0000"\n`).join('')

describe('lists', () => {
  test('what each shipped template has', async () => {
    const { issue, list } = make({ 'templates/default/style.css': '' })
    const { code, stdout } = await issue('eject')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^default\/blocks\/author\.html$/m)
    expect(stdout).toMatch(/^default\/style\.css {2}\(you have your own\)$/m)
    expect(stdout).toMatch(/^letter\/layout\.html$/m)
    // A template lists what it has itself; the other blocks of `letter` are those of `default`.
    expect(stdout.match(/^letter\/blocks\/.*$/gm)).toEqual(['letter/blocks/poll.html'])
    expect(list('templates')).toEqual(['default/style.css'])
  })

  test('what one template has and inherits, when no file is named', async () => {
    const { issue, has } = make()
    const { code, stdout, stderr } = await issue('eject', 'letter')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^letter\/blocks\/author\.html$/m)
    expect(stdout).toMatch(/^letter\/strings\.yml$/m)
    expect(stderr).toContain('--all')
    expect(has('templates')).toBe(false)
  })
})

describe('copies', () => {
  test.each([
    ['names', ['default', 'blocks/sponsor.html', 'style.css']],
    ['separators of Windows', ['default', 'blocks\\sponsor.html', '.\\style.css']],
    ['a template with a file', ['default/blocks/sponsor.html', './style.css']],
  ])('files by %s, byte by byte, and records their version', async (_, args) => {
    const { issue, read, list } = make()
    const { code, stdout, stderr } = await issue('eject', ...args)
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: 'templates/default/blocks/sponsor.html\ntemplates/default/style.css\n',
      stderr: '',
    })
    expect(list('templates')).toEqual([
      'default/.issuepress.yml',
      'default/blocks/sponsor.html',
      'default/style.css',
    ])
    expect(read('templates/default/style.css')).toBe(shipped('default/style.css'))
    expect(read('templates/default/.issuepress.yml')).toMatch(
      /^(?:# .*\n)+blocks\/sponsor\.html:\n {2}version: 0\.0\.0\n {2}sha256: [\da-f]{64}\nstyle\.css:\n/,
    )
  })

  test('a folder, and what a template inherits', async () => {
    const { issue, read, list } = make()
    const { stdout } = await issue('eject', 'letter', 'partials/', 'strings.yml')
    expect(stdout.split('\n')).toContain('templates/letter/partials/footer.html')
    expect(read('templates/letter/partials/button.html')).toBe(shipped('letter/partials/button.html'))
    expect(read('templates/letter/partials/footer.html')).toBe(shipped('default/partials/footer.html'))
    expect(list('templates/letter')).toContain('strings.yml')
  })

  test('all, into a template of the newsletter', async () => {
    const { issue, list } = make({ 'templates/mine/layout.txt': 'Mine.\n\n{{ content }}\n' })
    const { code, stderr } = await issue('eject', 'mine', '--all')
    expect(code).toBe(1)
    expect(stderr).toContain('`templates/mine/layout.txt` is there already')
    expect(list('templates/mine')).toContain('blocks/poll.html')
  })

  test('a file that is merged, and advises to shorten it', async () => {
    const { issue } = make({ 'templates/default/theme.yml': 'width: 580\n' })
    const { stderr } = await issue('eject', 'default', 'strings.yml', 'theme.yml')
    expect(stderr).toContain('`strings.yml` is merged with the shipped one: keep the lines that you change')
    expect(stderr).not.toContain('`theme.yml` is merged')
  })

  test('nothing with --dry-run', async () => {
    const { issue, has } = make()
    const { code, stdout } = await issue('eject', 'default', 'style.css', '--dry-run')
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'templates/default/style.css\n' })
    expect(has('templates')).toBe(false)
  })

  test('what changes nothing in the emails', async () => {
    const { issue, read } = make()
    await issue('build')
    const before = [read('dist/dawn/email.html'), read('dist/dawn/email.txt')]
    await issue('eject', 'default', '--all')
    const { code, stderr } = await issue('build')
    expect(code).toBe(0)
    expect(stderr).not.toMatch(/warning|error/)
    expect([read('dist/dawn/email.html'), read('dist/dawn/email.txt')]).toEqual(before)
  })
})

describe('never overwrites', () => {
  test('a file that is there, and copies the others', async () => {
    const { issue, read } = make({ 'templates/default/style.css': 'mine' })
    const { code, stdout, stderr } = await issue('eject', 'default', 'layout.txt', 'style.css')
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: 'templates/default/layout.txt\n',
      stderr:
        'issue: `templates/default/style.css` is there already and was left as it is; `--force` replaces it\n',
    })
    expect(read('templates/default/style.css')).toBe('mine')
    expect(read('templates/default/.issuepress.yml')).not.toContain('style.css')
  })

  test('unless with --force', async () => {
    const { issue, read } = make({ 'templates/default/style.css': 'mine' })
    expect(await issue('eject', 'default', 'style.css', '--force')).toMatchObject({ code: 0 })
    expect(read('templates/default/style.css')).toBe(shipped('default/style.css'))
  })

  test('through a link that leads out of the newsletter', async () => {
    const { issue, path, parent, has } = make({ 'templates/readme.txt': '' })
    mkdirSync(join(parent, 'outside'))
    symlinkSync('../../outside', path('templates/default'))
    const { code, stderr } = await issue('eject', 'default', 'style.css')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^issue: Cannot write `templates\/default\/style\.css`: /)
    expect(readdirSync(join(parent, 'outside'))).toEqual([])
    expect(has('templates/default/style.css')).toBe(false)
  })
})

test.each<[string[], string]>([
  [['lettr'], 'Unexpected template `lettr`, expected `letter`\n'],
  [
    ['weekly', 'style.css'],
    'Unexpected template `weekly`, expected `brand`, `default`, `digest` or `letter`\nFor a template of your own, create the folder `templates/weekly` first.',
  ],
  [['../x', 'style.css'], 'Unexpected template `..`, expected `brand`, `default`, `digest` or `letter`\n'],
  [['..\\x'], 'Unexpected template `..`, expected'],
  [['/etc/passwd'], 'Unexpected template `/etc/passwd`, expected'],
  [['default', '../../issue.config.yml'], 'Unexpected file `../../issue.config.yml`, expected a file of'],
  [['default', '/etc/passwd'], 'Unexpected file `/etc/passwd`, expected a file of the template\n'],
  [
    ['default', 'blocks/sponser.html'],
    'Unexpected file `blocks/sponser.html`, expected `blocks/sponsor.html`\n',
  ],
  [['default', 'sponsor.html'], 'Unexpected file `sponsor.html`, expected `blocks/sponsor.html`'],
  [
    ['default', 'templates/default/style.css'],
    'Unexpected file `templates/default/style.css`, expected `style.css`',
  ],
  [
    ['default', 'extra.css'],
    'Cannot copy `extra.css`, which is not shipped\nCreate `templates/default/extra.css`',
  ],
  [['default', '--all', 'style.css'], 'Unexpected `--all` with the names of files'],
  [['default', 'style.css', '--diff', '--force'], 'Unexpected `--force` with `--diff`'],
  [['--all'], 'Missing template, expected its name with `--all`'],
  [['default', '--force'], 'Missing files, expected their names or `--all`'],
  [
    ['default', 'style.css', '--merged'],
    "Cannot find `templates/default/style.css` in the newsletter's folder",
  ],
  [
    ['default', 'style.css', '--diff'],
    "Cannot find `templates/default/style.css` in the newsletter's folder",
  ],
])('%j is wrong usage, and writes nothing', async (args, expected) => {
  const { issue, has } = make()
  const { code, stdout, stderr } = await issue('eject', ...args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(`issue: ${expected}`)
  expect(has('templates')).toBe(false)
})

describe('a newer original', () => {
  const copies = {
    'templates/default/style.css': 'h1 { color: #000000; }\n',
    'templates/default/.issuepress.yml': oldRecord('style.css'),
  }

  test('is reported at the copy, with what to do', async () => {
    const { issue } = make(copies)
    const { code, stderr } = await issue('check')
    expect(code).toBe(0)
    expect(stderr).toMatch(
      /^templates\/default\/style\.css {2}warning {2}Unexpected old copy of a shipped file, which has changed since Issuepress 0\.0\.9 {2}\(template-outdated\)$/m,
    )
    expect(stderr).toContain('issue eject default style.css --diff')
    expect((await issue('build')).stderr).toContain('(template-outdated)')
    expect(await issue('build', '--strict')).toMatchObject({ code: 1 })
  })

  test('is not reported any more once it was merged', async () => {
    const { issue, read } = make(copies)
    expect(await issue('eject', 'default', 'style.css', '--merged')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    expect(read('templates/default/style.css')).toBe(copies['templates/default/style.css'])
    expect((await issue('check')).stderr).not.toContain('template-outdated')
  })

  test.each<[string, Record<string, string>]>([
    ['for a file that was copied by hand', { 'templates/default/style.css': 'h1 { color: #000000; }\n' }],
    ['for a file that was removed', { 'templates/default/.issuepress.yml': oldRecord('layout.html') }],
    [
      'for a copy that is the same but for its line ends',
      {
        'templates/default/layout.txt': shipped('default/layout.txt').replaceAll('\n', '\r\n'),
        'templates/default/.issuepress.yml': oldRecord('layout.txt'),
      },
    ],
  ])('is not reported %s', async (_, files) => {
    const { issue } = make(files)
    expect((await issue('check')).stderr).not.toContain('template-outdated')
  })

  test('is reported for what a template inherits', async () => {
    const { issue } = make({
      'templates/letter/strings.yml': 'en: { why: Because. }\n',
      'templates/letter/.issuepress.yml': oldRecord('strings.yml'),
    })
    expect((await issue('check')).stderr).toContain(
      'templates/letter/strings.yml  warning  Unexpected old copy',
    )
  })

  test('may be missing', async () => {
    const { issue } = make({
      'templates/default/partials/gone.html': '<hr>\n',
      'templates/default/.issuepress.yml': oldRecord('partials/gone.html'),
    })
    expect((await issue('check')).stderr).toContain('Issuepress 0.0.9, which is no longer shipped')
  })
})

test.each<[string, string]>([
  ['a conflict of Git', '<<<<<<< HEAD\nstyle.css: {\n'],
  ['a list', '- style.css\n'],
  ['an entry without its version', 'style.css: { sha256: "0000" }\n'],
])('a record with %s is a warning, and stays as it is', async (_, record) => {
  const { issue, read } = make({
    'templates/default/style.css': 'h1 { color: #000000; }\n',
    'templates/default/.issuepress.yml': record,
  })
  const { code, stderr } = await issue('check')
  expect(code).toBe(0)
  expect(stderr).toMatch(/^templates\/default\/\.issuepress\.yml:1:\d+ {2}warning/m)
  expect(await issue('eject', 'default', 'layout.txt')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^issue: Cannot read `templates\/default\/\.issuepress\.yml`/),
  })
  expect(read('templates/default/.issuepress.yml')).toBe(record)
})

describe('--diff', () => {
  test('prints how a file differs from the shipped one', async () => {
    const own = shipped('default/layout.txt').replace('{{ content }}', 'Hello.\n\n{{ content }}')
    const { issue } = make({ 'templates/default/layout.txt': own.replaceAll('\n', '\r\n') })
    const { code, stdout } = await issue('eject', 'default', 'layout.txt', '--diff')
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^--- issuepress\/templates\/default\/layout\.txt\n\+\+\+ templates\/default\/layout\.txt\n@@ /,
    )
    expect(stdout.split('\n').filter((line) => /^[-+](?![-+])/.test(line))).toEqual(['+Hello.', '+'])
  })

  test('prints that of all own files of a template', async () => {
    const { issue } = make({
      'templates/default/style.css': 'h1 { color: #000000; }\n',
      'templates/default/layout.txt': shipped('default/layout.txt'),
      'templates/default/blocks/mine.html': '<hr>\n',
    })
    const { stdout } = await issue('eject', 'default', '--diff')
    expect(stdout.match(/^\+\+\+ .*/gm)).toEqual(['+++ templates/default/style.css'])
  })

  test('prints nothing where nothing differs', async () => {
    const { issue } = make()
    expect(await issue('eject', 'default', '--diff')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'Your files do not differ from the shipped ones.\n',
    })
  })
})

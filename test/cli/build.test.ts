import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeNewsletter, noChecks, pixel, run, toIssue } from './newsletter.ts'

const files = {
  'issue.config.yml': `name: The Test\nurl: https://example.com/news/\nchecks: ${noChecks}\n`,
  'issues/2024-11-28-one.md': toIssue(
    'One',
    '',
    'See ![a dot](images/dot.png) and [this](https://example.com/).',
  ),
  'issues/two.md': toIssue('Two', 'date: 2024-12-05\n'),
  'issues/images/dot.png': pixel,
}

describe('a build', () => {
  test('writes a folder for each issue and prints the paths', async () => {
    const newsletter = makeNewsletter(files)
    const { code, stdout, stderr } = await newsletter.issue('build')
    expect(code, stderr).toBe(0)
    const written = newsletter.list('dist').filter((path) => path !== 'manifest.json')
    expect(stdout.trimEnd().split('\n').sort()).toEqual(written.map((path) => `dist/${path}`))
    expect(written.map((path) => path.replace(/\.[0-9a-f]{8}\.png$/, '.HASH.png'))).toEqual([
      '2024-11-28-one/email.html',
      '2024-11-28-one/email.txt',
      '2024-11-28-one/images/dot.HASH.png',
      '2024-11-28-one/index.html',
      '2024-11-28-one/issue.json',
      'two/email.html',
      'two/email.txt',
      'two/index.html',
      'two/issue.json',
    ])
    expect(stderr).toMatch(/^✓ 2024-11-28-one {2}html [\d.]+ kB · text \d+ B · 1 image \d+ B$/m)
    expect(stderr).toMatch(/^Built 2 issues into dist\/$/m)
  })

  test('describes the email in issue.json', async () => {
    const newsletter = makeNewsletter(files)
    await newsletter.issue('build', '--target', 'mailchimp')
    const record = newsletter.json('dist/2024-11-28-one/issue.json')
    expect(Object.keys(record)).toEqual(
      'subject preheader title slug date from author lang target template url sizes links sponsors polls'.split(
        ' ',
      ),
    )
    expect(record).toMatchObject({
      subject: 'One',
      slug: '2024-11-28-one',
      date: '2024-11-28',
      from: null,
      target: 'mailchimp',
      template: 'default',
      url: 'https://example.com/news/2024-11-28-one/',
      sizes: {
        html: Buffer.byteLength(newsletter.read('dist/2024-11-28-one/email.html')),
        images: pixel.length,
      },
      links: expect.arrayContaining([{ url: 'https://example.com/', text: 'this' }]),
      sponsors: [],
      polls: [],
    })
  })

  test('lists every file with size and hash in the manifest', async () => {
    const newsletter = makeNewsletter(files)
    await newsletter.issue('build')
    const manifest = newsletter.json('dist/manifest.json')
    expect(manifest).toMatchObject({ version: 1, newsletter: 'The Test' })
    expect(manifest.issues.map(({ source }: { source: string }) => source)).toEqual([
      'issues/2024-11-28-one.md',
      'issues/two.md',
    ])
    expect(manifest.issues[1]).toMatchObject({
      slug: 'two',
      subject: 'Two',
      date: '2024-12-05',
      messages: { errors: 0, warnings: 0 },
    })
    const listed = manifest.issues.flatMap(
      (issue: { files: { path: string; sha256: string }[] }) => issue.files,
    )
    const hashes = listed.map((file: { path: string; sha256: string }) => `${file.path} ${file.sha256}`)
    const present = newsletter.hash('dist').filter((line) => !line.startsWith('manifest.json '))
    expect(hashes.sort()).toEqual(present.sort())
  })

  test('gives the same bytes twice, from any folder, and leaves unchanged files untouched', async () => {
    const newsletter = makeNewsletter(files)
    await newsletter.issue('build')
    const first = newsletter.hash('dist')
    const inode = execFileSync('stat', ['-c', '%i', newsletter.path('dist/two/email.html')])
    await newsletter.issue('build')
    expect(newsletter.hash('dist')).toEqual(first)
    expect(execFileSync('stat', ['-c', '%i', newsletter.path('dist/two/email.html')])).toEqual(inode)
    await run(['build', '--root', newsletter.root, '--out', `${newsletter.parent}/other`], { cwd: '/' })
    expect(newsletter.hash('../other')).toEqual(first)
  })

  test('leaves no temporary files behind', async () => {
    const newsletter = makeNewsletter(files)
    await newsletter.issue('build')
    expect(newsletter.list('dist').filter((path) => path.includes('tmp'))).toEqual([])
  })

  test('builds only the files that are named, from where the command was typed', async () => {
    const newsletter = makeNewsletter(files)
    const { code, stdout } = await run(['build', 'two.md', '--root', '..'], {
      cwd: newsletter.path('issues'),
    })
    expect(code).toBe(0)
    expect(stdout).toBe(
      '../dist/two/email.html\n../dist/two/email.txt\n../dist/two/issue.json\n../dist/two/index.html\n',
    )
    expect(newsletter.has('dist/2024-11-28-one')).toBe(false)
  })

  test('reads a file that is named outside of issues/', async () => {
    const newsletter = makeNewsletter({ ...files, 'drafts/three.md': toIssue('Three') })
    const { code, stdout } = await newsletter.issue('build', 'drafts/three.md')
    expect(code).toBe(0)
    expect(stdout).toContain('dist/three/email.html\n')
  })

  test('passes over README.md, images, and names that begin with _ or .', async () => {
    const newsletter = makeNewsletter({
      ...files,
      'issues/README.md': toIssue('Readme'),
      'issues/_later.md': toIssue('Later'),
      'issues/_later/x.md': toIssue('Later'),
      'issues/.hidden.md': toIssue('Hidden'),
      'issues/images/about.md': toIssue('About'),
      'issues/2025/three.md': toIssue('Three'),
    })
    const { stdout } = await newsletter.issue('build', '--reporter', 'json')
    const sources = JSON.parse(stdout).issues.map(({ source }: { source: string }) => source)
    expect(sources).toEqual(['issues/2024-11-28-one.md', 'issues/2025/three.md', 'issues/two.md'])
  })

  test('reads issues with a byte order mark and with CRLF line ends', async () => {
    const text = toIssue('Marked', 'colour: x\n').replaceAll('\n', '\r\n')
    const newsletter = makeNewsletter({ 'issues/a.md': `\ufeff${text}` })
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(0)
    expect(stderr).toContain('issues/a.md:3:1  warning  Unexpected key `colour`')
    expect(newsletter.json('dist/a/issue.json').subject).toBe('Marked')
  })
})

describe('drafts', () => {
  const withDraft = { ...files, 'issues/soon.md': toIssue('Soon', 'draft: true\n') }

  test('are left out and counted', async () => {
    const newsletter = makeNewsletter(withDraft)
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(0)
    expect(stderr).toContain('1 draft skipped')
    expect(newsletter.has('dist/soon')).toBe(false)
  })

  test('are built with --drafts, and are gone from dist without it', async () => {
    const newsletter = makeNewsletter(withDraft)
    await newsletter.issue('build', '--drafts')
    expect(newsletter.has('dist/soon/email.html')).toBe(true)
    await newsletter.issue('build')
    expect(newsletter.has('dist/soon')).toBe(false)
  })

  test('that are named are skipped too, and reported', async () => {
    const newsletter = makeNewsletter(withDraft)
    const { code, stdout, stderr } = await newsletter.issue('build', 'issues/soon.md')
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toContain('issues/soon.md  info  Left out: this issue is a draft')
    expect(newsletter.has('dist/soon')).toBe(false)
  })
})

describe('a newsletter with errors', () => {
  test('builds the good issue beside the broken ones', async () => {
    const newsletter = makeNewsletter({
      'issues/broken.md': '---\nsubject: [\n---\n\nHello.\n',
      'issues/empty.md': '',
      'issues/good.md': toIssue('Good'),
      'issues/latin1.md': Buffer.from('# Caf\xe9\n\nHello.\n', 'latin1'),
      'issues/missing.md': toIssue('Missing', '', '![no such](images/nothing.png)'),
      'issues/utf16.md': Buffer.from('\ufeff# Hi', 'utf16le'),
    })
    const { code, stdout, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    expect(stdout).toBe(
      'dist/good/email.html\ndist/good/email.txt\ndist/good/issue.json\ndist/good/index.html\n',
    )
    expect(newsletter.list('dist')).toEqual([
      'good/email.html',
      'good/email.txt',
      'good/index.html',
      'good/issue.json',
      'manifest.json',
    ])
    expect(stderr).toContain('issues/broken.md:')
    expect(stderr).toContain('issues/empty.md:1:1  error')
    expect(stderr).toContain('byte 6, in line 1, is not UTF-8')
    expect(stderr).toContain('it is in UTF-16')
    expect(stderr).toMatch(/issues\/missing\.md:7:1 {2}error .*nothing\.png/)
    expect(stderr).toMatch(/^✗ missing +not written: 1 error$/m)
    expect(stderr).toContain('Built 1 of 6 issues into dist/')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test.each([
    ['con', "this one is a device's on Windows"],
    ['NUL', "this one is a device's on Windows"],
    ['aux.txt', "this one is a device's on Windows"],
    ['com1', "this one is a device's on Windows"],
    ['LPT³.2024', "this one is a device's on Windows"],
    ['sora.', 'expected one without a dot at its end, which Windows removes'],
    ['sora..', 'expected one without a dot at its end, which Windows removes'],
    ...[
      '"sora "',
      '" sora"',
      'a<b',
      'a>b',
      'a:b',
      "'a\"b'",
      'a/b',
      'a\\b',
      'a|b',
      'a?b',
      'a*b',
      '"a\\tb"',
    ].map((slug) => [slug, 'expected letters, digits, `-`, `_` and `.`, a letter or digit first']),
  ])('with a slug that Windows cannot hold writes nothing: %s', async (slug = '', reason = '') => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A', `slug: ${slug}\n`) })
    const { code, stdout, stderr } = await newsletter.issue('build')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^issues\/a\.md:3:\d+ {2}error {2}Unexpected (?:slug `|`.*` in `slug`)/m)
    expect(stderr).toContain(reason)
    expect(newsletter.list('dist')).toEqual(['manifest.json'])
  })

  test('names files by what Windows can hold', async () => {
    const newsletter = makeNewsletter({
      'issues/nul.md': toIssue('A'),
      'issues/b...md': toIssue('B', '', '![a dot](con.png)'),
      'issues/con.png': pixel,
    })
    const { stderr } = await newsletter.issue('build')
    expect(stderr).toContain(
      "issues/nul.md  error  Unexpected slug `nul`, expected another name: this one is a device's",
    )
    expect(newsletter.list('dist').filter((path) => path.endsWith('.png'))).toEqual([
      expect.stringMatching(/^b\/images\/image-con\.[0-9a-f]{8}\.png$/),
    ])
  })

  test('with slugs that differ only in how an accent is encoded writes neither', async () => {
    const newsletter = makeNewsletter({
      'issues/a.md': toIssue('A', 'slug: caf\u00e9\n'),
      'issues/b.md': toIssue('B', 'slug: cafe\u0301\n'),
    })
    const { code, stdout, stderr } = await newsletter.issue('build')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('expected one that `issues/b.md` does not have')
    expect(stderr).toContain('expected one that `issues/a.md` does not have')
  })

  test('with one slug for three names the two others', async () => {
    const slugs = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`issues/${name}.md`, toIssue(name, 'slug: same\n')]),
    )
    const { code, stderr } = await makeNewsletter(slugs).issue('build')
    expect(code).toBe(1)
    expect(stderr).toContain('expected one that `issues/a.md` and `issues/b.md` do not have')
  })

  test.runIf(process.platform === 'linux')('calls a name that is not UTF-8 that', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A') })
    const inLatin1 = (path: string) => Buffer.from(newsletter.path(path), 'latin1')
    writeFileSync(inLatin1('issues/caf\u00e9.md'), toIssue('B'))
    mkdirSync(inLatin1('issues/\u00e9t\u00e9'))
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    for (const [path, file] of [
      ['issues/caf\uFFFD.md', '`issues/caf\uFFFD.md`'],
      ['issues/\uFFFDt\uFFFD', 'the folder `issues/\uFFFDt\uFFFD`'],
    ])
      expect(stderr).toContain(`${path}  error  Cannot read ${file}: its name is not UTF-8`)
    expect(stderr).toContain('Rename it')
    expect(newsletter.has('dist/a/email.html')).toBe(true)
    const named = await newsletter.issue('build', 'issues/caf\uFFFD.md')
    expect(named.stderr).toBe(
      'issue: Cannot read `issues/caf\uFFFD.md`: its name is not UTF-8, expected one that is\n',
    )
  })

  test('with one slug for two issues writes neither, and each names the other', async () => {
    const newsletter = makeNewsletter({
      'issues/a.md': toIssue('A', 'slug: Same\n'),
      'issues/b.md': toIssue('B', 'slug: same\n'),
      'issues/c.md': toIssue('C'),
    })
    const { code, stdout, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    expect(stderr).toContain(
      'issues/a.md:3:1  error  Unexpected slug `Same`, expected one that `issues/b.md` does not have',
    )
    expect(stderr).toContain(
      'issues/b.md:3:1  error  Unexpected slug `same`, expected one that `issues/a.md` does not have',
    )
    expect(stdout).toContain('dist/c/email.html')
    expect(newsletter.list('dist').filter((path) => /^same/i.test(path))).toEqual([])
    const alone = await newsletter.issue('build', 'issues/a.md')
    expect(alone.code).toBe(1)
    expect(alone.stderr).toContain('expected one that `issues/b.md` does not have')
  })

  test("refuses the manifest's name as a slug", async () => {
    const newsletter = makeNewsletter({ 'issues/manifest.json.md': toIssue('A') })
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    expect(stderr).toContain("this one is the manifest's")
  })

  test('without issues reports where it looked, and makes no dist', async () => {
    const newsletter = makeNewsletter({ 'issue.config.yml': 'name: Empty\n' })
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    expect(stderr).toContain('Missing issues')
    expect(stderr.replace(/\s+/g, ' ')).toContain(`${newsletter.root}/issues`)
    expect(newsletter.has('dist')).toBe(false)
  })

  test('writes issues with warnings, but not under --strict', async () => {
    const newsletter = makeNewsletter({
      'issues/a.md': toIssue('A', 'colour: x\n'),
      'issues/b.md': toIssue('B'),
    })
    const strict = await newsletter.issue('build', '--strict')
    expect(strict.code).toBe(1)
    expect(newsletter.list('dist')).not.toContain('a/email.html')
    expect(newsletter.list('dist')).toContain('b/email.html')
    const lenient = await newsletter.issue('build')
    expect(lenient.code).toBe(0)
    expect(newsletter.list('dist')).toContain('a/email.html')
  })

  test('does not write issues whose template is broken', async () => {
    const newsletter = makeNewsletter({
      'issues/a.md': toIssue('A'),
      'templates/default/blocks/deal.html': '---\nattributes: [\n---\n<p>Deal</p>\n',
    })
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^templates\/default\/blocks\/deal\.html:\d+:\d+ {2}error/m)
    expect(stderr).toMatch(/^✗ a {2}not written$/m)
    expect(newsletter.list('dist')).toEqual(['manifest.json'])
  })
})

describe('what may not be read or written', () => {
  test('an issue, an image or a template through a link that leads out of the newsletter', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A', '', '![x](images/x.png)') })
    newsletter.write('../secret.md', 'SECRET')
    newsletter.write('../secret.png', pixel)
    newsletter.write('issues/images/y.png', pixel)
    newsletter.write('templates/default/x.css', '')
    symlinkSync('../../secret.md', newsletter.path('issues/b.md'))
    symlinkSync('../../../secret.png', newsletter.path('issues/images/x.png'))
    symlinkSync('../../../secret.md', newsletter.path('templates/default/layout.html'))
    const { code, stdout, stderr } = await newsletter.issue('build')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('Cannot read `issues/b.md`: a symbolic link leads out')
    expect(stderr).toContain('issues/a.md:7:1  error')
    expect(stderr).toContain('Cannot read `templates/default/layout.html`: a symbolic link leads out')
    expect(stderr).not.toContain('SECRET')
  })

  test('linked folders that lead out, or in a circle', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A') })
    newsletter.write('../elsewhere/b.md', toIssue('B'))
    symlinkSync('../../elsewhere', newsletter.path('issues/out'))
    symlinkSync('..', newsletter.path('issues/circle'))
    const { code, stdout, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    expect(stderr).toContain('issues/out  error  Cannot read the folder')
    expect(stdout).toContain('dist/a/email.html')
    expect(newsletter.has('dist/b')).toBe(false)
  })

  test('a folder in dist that is a link to somewhere else', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A'), 'dist/x': '' })
    newsletter.write('../elsewhere/email.html', 'mine')
    symlinkSync('../../elsewhere', newsletter.path('dist/a'))
    const { code, stdout, stderr } = await newsletter.issue('build')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(
      /issues\/a\.md {2}error {2}Cannot write `dist\/a\/.*a symbolic link leads out of the folder/,
    )
    expect(newsletter.list('../elsewhere')).toEqual(['email.html'])
    expect(newsletter.read('../elsewhere/email.html')).toBe('mine')
  })

  test('a dist that is a file: one message, nothing written', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A'), 'issues/b.md': toIssue('B') })
    writeFileSync(newsletter.path('dist'), 'a file')
    const { code, stdout, stderr } = await newsletter.issue('build')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.match(/Cannot write/g)).toHaveLength(1)
    expect(stderr).toContain('dist  error  Cannot write `dist`: there is a file where a folder should be')
    expect(newsletter.read('dist')).toBe('a file')
  })

  test('an email whose name a folder has fails alone', async () => {
    const newsletter = makeNewsletter({
      'issues/a.md': toIssue('A'),
      'issues/b.md': toIssue('B'),
      'dist/a/email.html/x': '',
    })
    const { code, stdout, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    expect(stderr).toContain('issues/a.md  error  Cannot write `dist/a/')
    expect(stdout).toContain('dist/b/email.html')
    expect(newsletter.json('dist/manifest.json').issues).toHaveLength(1)
    expect(newsletter.list('dist/a').filter((path) => path.includes('tmp'))).toEqual([])
  })
})

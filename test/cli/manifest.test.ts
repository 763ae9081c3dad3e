import { symlinkSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeNewsletter, pixel, toIssue } from './newsletter.ts'

const picture = '![a dot](images/dot.png)'
const files = {
  'issues/a.md': toIssue('A', '', picture),
  'issues/b.md': toIssue('B'),
  'issues/images/dot.png': pixel,
}
/** Another picture: a PNG may have anything after its end. */
const other = Buffer.concat([pixel, Buffer.from('other')])

type Newsletter = ReturnType<typeof makeNewsletter>
const slugsOf = (newsletter: Newsletter) =>
  newsletter.json('dist/manifest.json').issues.map(({ slug }: { slug: string }) => slug)
const imagesOf = (newsletter: Newsletter) => newsletter.list('dist').filter((path) => path.endsWith('.png'))

describe('what an earlier build left', () => {
  test('a changed image goes, and so does an image that is no longer shown, with its folder', async () => {
    const newsletter = makeNewsletter(files)
    await newsletter.issue('build')
    const [before] = imagesOf(newsletter)
    newsletter.write('issues/images/dot.png', other)
    await newsletter.issue('build')
    const images = imagesOf(newsletter)
    expect(images).toHaveLength(1)
    expect(images[0]).not.toBe(before)
    newsletter.write('issues/a.md', toIssue('A'))
    await newsletter.issue('build')
    expect(newsletter.has('dist/a/images')).toBe(false)
    expect(newsletter.has('dist/a/email.html')).toBe(true)
  })

  test('a changed slug removes its old folder', async () => {
    const newsletter = makeNewsletter(files)
    await newsletter.issue('build')
    newsletter.write('issues/a.md', toIssue('A', 'slug: renamed\n', picture))
    await newsletter.issue('build', 'issues/a.md')
    expect(newsletter.has('dist/a')).toBe(false)
    expect(slugsOf(newsletter)).toEqual(['renamed', 'b'])
  })

  test('a deleted issue goes, files of others and of the user stay', async () => {
    const newsletter = makeNewsletter(files)
    newsletter.write('dist/a/mine.txt', 'mine')
    newsletter.write('dist/notes.txt', 'mine')
    await newsletter.issue('build')
    newsletter.remove('issues/a.md')
    await newsletter.issue('build')
    expect(newsletter.list('dist')).toEqual([
      'a/mine.txt',
      'b/email.html',
      'b/email.txt',
      'b/index.html',
      'b/issue.json',
      'manifest.json',
      'notes.txt',
    ])
    expect(slugsOf(newsletter)).toEqual(['b'])
  })

  test('an issue that fails retains its earlier email and entry', async () => {
    const newsletter = makeNewsletter(files)
    await newsletter.issue('build')
    const [before, manifest] = [newsletter.hash('dist'), newsletter.read('dist/manifest.json')]
    newsletter.write('issues/a.md', toIssue('Changed', '', '![gone](images/gone.png)'))
    expect((await newsletter.issue('build')).code).toBe(1)
    expect(newsletter.hash('dist')).toEqual(before)
    expect(newsletter.read('dist/manifest.json')).toBe(manifest)
  })

  test('a build of one issue retains the entries of the others, unless their source is gone', async () => {
    const newsletter = makeNewsletter({ ...files, 'issues/c.md': toIssue('C') })
    await newsletter.issue('build')
    newsletter.remove('issues/c.md')
    newsletter.write('issues/b.md', toIssue('New B'))
    await newsletter.issue('build', 'issues/b.md')
    expect(slugsOf(newsletter)).toEqual(['a', 'b'])
    expect(newsletter.json('dist/manifest.json').issues[1].subject).toBe('New B')
    expect(newsletter.has('dist/a/email.html')).toBe(true)
    expect(newsletter.has('dist/c')).toBe(false)
  })

  test('two issues that swap their slugs swap their folders', async () => {
    const newsletter = makeNewsletter({
      'issues/a.md': toIssue('A', 'slug: one\n'),
      'issues/b.md': toIssue('B', 'slug: two\n'),
    })
    await newsletter.issue('build')
    newsletter.write('issues/a.md', toIssue('A', 'slug: two\n'))
    newsletter.write('issues/b.md', toIssue('B', 'slug: one\n'))
    await newsletter.issue('build')
    expect(newsletter.json('dist/one/issue.json').subject).toBe('B')
    expect(newsletter.json('dist/two/issue.json').subject).toBe('A')
    expect(newsletter.list('dist')).toHaveLength(9)
  })

  test('an issue that takes over the folder of one that fails replaces its entry, too', async () => {
    const newsletter = makeNewsletter({
      'issues/a.md': toIssue('A', 'slug: one\n'),
      'issues/b.md': toIssue('B'),
    })
    await newsletter.issue('build')
    newsletter.write('issues/a.md', toIssue('A', 'slug: two\n', '![gone](gone.png)'))
    newsletter.write('issues/b.md', toIssue('B', 'slug: one\n'))
    await newsletter.issue('build')
    expect(slugsOf(newsletter)).toEqual(['one'])
    expect(newsletter.json('dist/one/issue.json').subject).toBe('B')
  })
})

describe('a manifest that is not to be trusted', () => {
  const another = 'another program has written it'
  test.each([
    ['broken', '{"version": 1, "issues": [', another],
    ['of another tool', '{"name": "A web app", "icons": []}', another],
    [
      'of a later version',
      '{"version": 2, "newsletter": "", "issues": []}',
      'a later version of Issuepress has written it',
    ],
  ])('%s: is replaced only with --force', async (_, text, reason) => {
    const newsletter = makeNewsletter({ ...files, 'dist/manifest.json': text, 'dist/kept.txt': 'kept' })
    const refused = await newsletter.issue('build')
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain(`Cannot write \`dist/manifest.json\`: ${reason}`)
    expect(newsletter.list('dist')).toEqual(['kept.txt', 'manifest.json'])
    expect(newsletter.read('dist/manifest.json')).toBe(text)
    const { code } = await newsletter.issue('build', '--force')
    expect(code).toBe(0)
    expect(slugsOf(newsletter)).toEqual(['a', 'b'])
    expect(newsletter.has('dist/kept.txt')).toBe(true)
  })

  test('an empty one counts as none', async () => {
    const newsletter = makeNewsletter({ ...files, 'dist/manifest.json': '', 'dist/kept.txt': 'kept' })
    const { code } = await newsletter.issue('build')
    expect(code).toBe(0)
    expect(slugsOf(newsletter)).toEqual(['a', 'b'])
    expect(newsletter.has('dist/kept.txt')).toBe(true)
  })

  test('one that lists files outside the out folder, or files that we did not write, removes none of them', async () => {
    const newsletter = makeNewsletter({ ...files, 'dist/edited/email.html': 'edited by hand' })
    newsletter.write('../outside.txt', 'x')
    newsletter.write('../elsewhere/x.txt', 'x')
    symlinkSync('../../elsewhere', newsletter.path('dist/link'))
    // The SHA-256 of `x`.
    const sha256 = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'
    const paths = [
      '../../outside.txt',
      `${newsletter.parent}/outside.txt`,
      'link/x.txt',
      'edited/email.html',
      '',
      '.',
    ]
    const listed = paths.map((path) => ({ path, bytes: 1, sha256 }))
    const entry = { slug: 'x', source: 'issues/x.md', subject: 'x', date: null, files: listed }
    const issues = [{ ...entry, messages: { errors: 0, warnings: 0 } }]
    newsletter.write('dist/manifest.json', JSON.stringify({ version: 1, newsletter: '', issues }))
    const { code } = await newsletter.issue('build')
    expect(code).toBe(0)
    expect(newsletter.read('../outside.txt')).toBe('x')
    expect(newsletter.read('../elsewhere/x.txt')).toBe('x')
    expect(newsletter.read('dist/edited/email.html')).toBe('edited by hand')
    expect(slugsOf(newsletter)).toEqual(['a', 'b'])
  })
})

import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, onTestFinished, test } from 'vitest'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { validateConfigText } from '../../src/config/validate-config.ts'
import { decodeText } from '../../src/files/decode-text.ts'
import { explainDiskError } from '../../src/files/explain-disk-error.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { mergeManifest, parseManifest } from '../../src/files/manifest.ts'
import { isInside, readRealPath, toRelative } from '../../src/files/paths.ts'
import { readImage } from '../../src/files/read-image.ts'
import { createTemporaryPath } from '../../src/files/temporary-file.ts'
import { writeFiles } from '../../src/files/write-files.ts'
import { writeWithin } from '../../src/files/write-within.ts'
import { createOutputFiles } from '../../src/render/create-output-files.ts'
import { outputs } from '../../src/render/outputs/index.ts'
import type { RenderedEmails } from '../../src/render/render-emails.ts'

function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'issuepress files ')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const settings = resolveSettings(validateConfigText(new VFile('')))

function createFiles(slug: string) {
  const issue = { matter: { slug } }
  const email = { subject: '', preheader: '', html: '<p>', text: 'text' }
  const images = [{ output: 'images/a.png', bytes: Buffer.from('a') }]
  const lists = { links: [], polls: [], sponsors: [], pages: [], calendars: [] }
  const rendered = { issue, email, images, settings, target: settings.target, ...lists }
  return createOutputFiles({ emails: [rendered], web: undefined } as unknown as RenderedEmails, outputs)
}

describe('decoding', () => {
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))))

  test.each([
    ['plain text', bytes('aé漢🎉\n'), { text: 'aé漢🎉\n' }],
    ['nothing', bytes(), { text: '' }],
    ['a byte order mark', bytes(0xef, 0xbb, 0xbf, 'a'), { text: 'a' }],
    ['UTF-16, little-endian', bytes(0xff, 0xfe, 'a', 0), { error: 'it is in UTF-16' }],
    ['UTF-16, big-endian', bytes(0xfe, 0xff, 0, 'a'), { error: 'it is in UTF-16' }],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 'a', 0, 0, 0), { error: 'it is in UTF-32' }],
    [
      'a wrong byte',
      bytes('é\nab', 0xff, 'c'),
      { error: 'byte 6, in line 2, is not UTF-8', byte: 6, line: 2 },
    ],
    ['Latin 1', bytes('caf', 0xe9, '\n'), { error: 'byte 4, in line 1, is not UTF-8', byte: 4, line: 1 }],
    [
      'a character cut at the end',
      bytes('ab', 0xe6, 0xbc),
      { error: 'byte 3, in line 1, is not UTF-8', byte: 3, line: 1 },
    ],
    [
      'a surrogate',
      bytes('a', 0xed, 0xa0, 0x80),
      { error: 'byte 2, in line 1, is not UTF-8', byte: 2, line: 1 },
    ],
  ])('%s', (_, input, expected) => {
    expect(decodeText(input)).toEqual(expected)
  })
})

describe('paths', () => {
  test.each([
    ['/a/b', '/a/b', true],
    ['/a/b', '/a/b/c', true],
    ['/a/b', '/a/bc', false],
    ['/a/b', '/a', false],
    ['/a/b', '/a/b/..c', true],
    ['/', '/a', true],
  ])('in %s lies %s: %s', (folder, path, expected) => {
    expect(isInside(folder, path)).toBe(expected)
  })

  test('are relative with slashes', () => {
    expect(toRelative('/a/b', '/a/c/d')).toBe('../c/d')
  })

  test('lead where links lead, also when the rest is not there yet', () => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'real'))
    symlinkSync('real', join(folder, 'link'))
    expect(readRealPath(join(folder, 'link/new/file'))).toBe(join(folder, 'real/new/file'))
  })
})

describe('reading an image', () => {
  test('returns its bytes, or why it cannot be read', () => {
    const folder = makeFolder()
    const root = join(folder, 'root')
    mkdirSync(join(root, 'images/folder.png'), { recursive: true })
    writeFileSync(join(root, 'images/dot.png'), 'dot')
    writeFileSync(join(folder, 'secret.png'), 'secret')
    symlinkSync('dot.png', join(root, 'images/inner.png'))
    symlinkSync('../../secret.png', join(root, 'images/outer.png'))
    symlinkSync('../..', join(root, 'images/up'))
    symlinkSync('round.png', join(root, 'images/round.png'))
    expect(readImage(root, 'images/dot.png')).toEqual({ bytes: Buffer.from('dot') })
    expect(readImage(root, 'images/inner.png')).toEqual({ bytes: Buffer.from('dot') })
    expect(readImage(root, 'images/../images/dot.png')).toEqual({ bytes: Buffer.from('dot') })
    const problems = {
      '../secret.png': 'outside',
      '/etc/hostname': 'outside',
      'images/outer.png': 'outside',
      'images/up/secret.png': 'outside',
      'images/none.png': 'missing',
      'images/dot.png/x.png': 'missing',
      'images/a\0b.png': 'missing',
      [`images/${'x'.repeat(300)}.png`]: 'missing',
    }
    for (const [path, problem] of Object.entries(problems))
      expect([path, readImage(root, path)]).toEqual([
        path,
        { problem, ...(problem === 'missing' && { nearby: ['images/dot.png'] }) },
      ])
    expect(readImage(root, 'images/folder.png')).toEqual({ problem: 'unreadable', found: 'folder' })
    expect(readImage(root, 'images/round.png')).toEqual({ problem: 'unreadable', found: 'circle' })
  })
})

describe('writing', () => {
  test('makes folders, replaces, and leaves nothing beside', async () => {
    const folder = makeFolder()
    await writeWithin(folder, 'a/b/c.txt', Buffer.from('one'))
    await writeWithin(folder, 'a/b/c.txt', Buffer.from('two'))
    expect(readFileSync(join(folder, 'a/b/c.txt'), 'utf8')).toBe('two')
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.txt'])
  })

  test.each(['../x.txt', '/tmp/issuepress-x.txt', 'link/x.txt', 'a/../../x.txt', 'file.txt'])(
    '%s is refused',
    async (path) => {
      const parent = makeFolder()
      const folder = join(parent, 'out')
      mkdirSync(folder)
      mkdirSync(join(parent, 'elsewhere'))
      writeFileSync(join(parent, 'elsewhere/file.txt'), 'mine')
      symlinkSync('../elsewhere', join(folder, 'link'))
      symlinkSync('../elsewhere/file.txt', join(folder, 'file.txt'))
      await expect(writeWithin(folder, path, Buffer.from('x'))).rejects.toMatchObject({ code: 'EOUTSIDE' })
      expect(readdirSync(join(parent, 'elsewhere'))).toEqual(['file.txt'])
      expect(readFileSync(join(parent, 'elsewhere/file.txt'), 'utf8')).toBe('mine')
      expect(existsSync('/tmp/issuepress-x.txt')).toBe(false)
    },
  )

  test('a failure leaves the old file and no temporary one', async () => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'taken.txt/x'), { recursive: true })
    await expect(writeWithin(folder, 'taken.txt', Buffer.from('x'))).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['taken.txt'])
  })

  test('removes what a killed process has left, and nothing that another one still writes', async () => {
    const folder = makeFolder()
    const { stdout } = spawnSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' })
    const names = [Number(stdout), process.pid].map((pid) =>
      basename(createTemporaryPath(join(folder, 'a.txt'))).replace(`-${process.pid}-`, `-${pid}-`),
    )
    const elsewhere = `.issuepress-00000000-${Number(stdout)}-0123456789ab.tmp`
    for (const name of [...names, elsewhere, '.issuepress-mine.tmp'])
      writeFileSync(join(folder, name), 'half')
    await writeWithin(folder, 'a.txt', Buffer.from('a'))
    expect(readdirSync(folder).sort()).toEqual([elsewhere, names[1], '.issuepress-mine.tmp', 'a.txt'].sort())
  })

  test.each(['email.html', 'email.txt', 'issue.json', 'images/a.png'])(
    'nothing of an email whose %s leads out of the folder or is a folder',
    async (name) => {
      const folder = makeFolder()
      const out = join(folder, 'out')
      mkdirSync(join(out, 'linked', dirname(name)), { recursive: true })
      mkdirSync(join(out, 'taken', name), { recursive: true })
      writeFileSync(join(folder, 'mine'), 'mine')
      symlinkSync(join(folder, 'mine'), join(out, 'linked', name))
      const before = readdirSync(out, { recursive: true }).sort()
      await expect(writeFiles(out, await createFiles('linked'))).rejects.toMatchObject({
        code: 'EOUTSIDE',
        path: join(out, 'linked', name),
      })
      await expect(writeFiles(out, await createFiles('taken'))).rejects.toMatchObject({ code: 'EISDIR' })
      expect(readdirSync(out, { recursive: true }).sort()).toEqual(before)
      expect(readFileSync(join(folder, 'mine'), 'utf8')).toBe('mine')
    },
  )

  test('nothing of an email of which a part cannot be written, nor a folder for it', async () => {
    const folder = makeFolder()
    writeFileSync(join(folder, 'mine'), 'mine')
    const files = ['new/deep/a.txt', 'b.txt', 'mine/c.txt'].map((path) => ({
      output: 'x',
      path,
      bytes: Buffer.from(path),
    }))
    await expect(writeFiles(folder, files)).rejects.toMatchObject({
      code: 'ENOTDIR',
      path: join(folder, 'mine/c.txt'),
    })
    expect(readdirSync(folder)).toEqual(['mine'])
  })

  test('a link within the folder is replaced, not followed', async () => {
    const folder = makeFolder()
    writeFileSync(join(folder, 'a.txt'), 'a')
    symlinkSync('a.txt', join(folder, 'b.txt'))
    await writeWithin(folder, 'b.txt', Buffer.from('b'))
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('a')
    expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('b')
  })
})

describe('templates', () => {
  test('the shipped ones are found without a newsletter', () => {
    const files = loadTemplates()
    expect(String(files.get('default/layout.html'))).toContain('<html')
    expect(files.get('default/layout.html')?.path).toBe('issuepress/templates/default/layout.html')
  })

  test("the newsletter's replace them, file by file", () => {
    const root = makeFolder()
    mkdirSync(join(root, 'templates/default/blocks'), { recursive: true })
    mkdirSync(join(root, 'templates/mine/.git'), { recursive: true })
    writeFileSync(join(root, 'templates/default/blocks/deal.html'), 'deal')
    writeFileSync(join(root, 'templates/default/layout.txt'), 'mine')
    writeFileSync(join(root, 'templates/mine/notes.md'), 'no template')
    writeFileSync(join(root, 'templates/mine/.git/x.html'), 'hidden')
    const files = loadTemplates(root)
    expect([...files.keys()].filter((path) => !loadTemplates().has(path))).toEqual([
      'default/blocks/deal.html',
    ])
    expect(files.get('default/layout.txt')).toMatchObject({
      path: 'templates/default/layout.txt',
      value: 'mine',
    })
    expect(files.get('default/layout.html')?.path).toBe('issuepress/templates/default/layout.html')
  })

  test('one that cannot be read is an error, and the shipped one is not used instead', () => {
    const root = makeFolder()
    mkdirSync(join(root, 'templates/default'), { recursive: true })
    writeFileSync(join(root, 'templates/default/layout.html'), Buffer.from([0x61, 0xff]))
    const file = loadTemplates(root).get('default/layout.html')
    expect(file?.value).toBe('')
    expect(file?.messages).toMatchObject([
      { fatal: true, ruleId: 'file-encoding', note: 'Save it as UTF-8.' },
    ])
  })
})

describe('the manifest', () => {
  const createEntry = (source: string, slug: string) => ({
    slug,
    source,
    subject: source,
    date: null,
    files: [],
    messages: { errors: 0, warnings: 0 },
  })

  test('is sorted by source, and built entries replace earlier ones', () => {
    const previous = {
      version: 1 as const,
      newsletter: 'Old',
      issues: [
        createEntry('a', 'a'),
        createEntry('b', 'old-b'),
        createEntry('c', 'c'),
        createEntry('d', 'TAKEN'),
      ],
    }
    const built = [createEntry('e', 'taken'), createEntry('b', 'b')]
    const { newsletter, issues } = mergeManifest(previous, built, {
      newsletter: 'New',
      retained: new Set(['a', 'b', 'd']),
    })
    expect(newsletter).toBe('New')
    expect(issues.map(({ slug }) => slug)).toEqual(['a', 'b', 'taken'])
  })

  test.each(['', '[]', 'null', '{', '{"version":1}', '{"version":1,"newsletter":"","issues":[{}]}'])(
    'is none of ours: %s',
    (text) => {
      expect(parseManifest(text)).toBeUndefined()
    },
  )
})

test.each([
  ['EACCES', 'permission denied'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
  ['EIO', 'EIO'],
])('%s in words: %s', (code, expected) => {
  expect(explainDiskError(Object.assign(new Error('x'), { code })).reason).toBe(expected)
})

/** The command with its cache: what is printed and written is the same, whatever is in the cache or not. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { copyBuilt, copyNewsletter, hashFiles, type Newsletter } from './open-newsletter.ts'

const sample = join(import.meta.dirname, '../..')
const sampleNames = ['issues', 'issue.config.yml']

/** A newsletter that was built with its cache. */
let built: Newsletter

beforeAll(async () => {
  built = copyNewsletter()
  await built.build()
})

describe.each([
  ['a newsletter with mistakes', undefined, undefined],
  ['the sample', sample, sampleNames],
])('%s', (_, source, names) => {
  test.each([['build'], ['build', '--reporter', 'json'], ['check', '--strict']])(
    'issue %s %s %s is the same without a cache, into it and from it',
    async (...args) => {
      const plain = copyNewsletter(source, names)
      const cached = copyNewsletter(source, names)
      const expected = await plain.issue([...args, '--no-cache'])
      expect(plain.entries()).toEqual([])
      const withCache = [...args, '--cache-dir', cached.folder]
      expect(await cached.issue(withCache)).toEqual(expected)
      const entries = cached.entries()
      expect(entries.length).toBeGreaterThan(3)
      expect(await cached.issue(withCache)).toEqual(expected)
      expect(cached.entries()).toEqual(entries)
      expect(hashFiles(cached.path('dist'))).toEqual(hashFiles(plain.path('dist')))
    },
  )
})

describe('files that are not in dist/ as they were', () => {
  test('are restored without rendering when dist/ was deleted', async () => {
    const newsletter = copyBuilt(built)
    const before = hashFiles(newsletter.path('dist'))
    expect(before.length).toBeGreaterThan(10)
    newsletter.remove('dist')
    const { rendered, files } = await newsletter.build()
    expect({ rendered, files }).toEqual({ rendered: [], files: before })
  })

  test('are restored when one was changed without its size', async () => {
    const newsletter = copyBuilt(built)
    const before = hashFiles(newsletter.path('dist'))
    newsletter.edit('dist/clean/email.html', 'owls', 'cats')
    const { rendered, files } = await newsletter.build()
    expect({ rendered, files }).toEqual({ rendered: [], files: before })
  })

  test('are rendered again when they are too large for the cache', async () => {
    const newsletter = copyNewsletter()
    const picture = readFileSync(newsletter.path('issues/images/douglas.png'))
    newsletter.write('issues/images/douglas.png', Buffer.concat([picture, Buffer.alloc(1024 * 1024)]))
    const { files } = await newsletter.build()
    expect((await newsletter.build()).rendered).toEqual([])
    newsletter.remove('dist')
    const again = await newsletter.build()
    expect(again).toMatchObject({ rendered: ['issues/pictures.md'], files })
  })

  test('are not restored over a file of somebody else, as in any build', async () => {
    const newsletter = copyBuilt(built)
    newsletter.remove('dist')
    newsletter.write('dist/clean/email.html', 'Mine.')
    const { result } = await newsletter.build()
    const plain = copyNewsletter()
    plain.write('dist/clean/email.html', 'Mine.')
    const expected = await plain.issue(['build', '--reporter', 'json', '--no-cache'])
    expect(result.messages).toEqual(JSON.parse(expected.stdout).messages)
    expect(readFileSync(newsletter.path('dist/clean/email.html'), 'utf8')).toBe('Mine.')
    // Once it is out of the way, the files are restored.
    newsletter.remove('dist/clean/email.html')
    expect(await newsletter.build()).toMatchObject({ rendered: [], files: hashFiles(built.path('dist')) })
  })
})

describe('an entry that is not as it was written', () => {
  const changes: Record<string, (path: string, entry: Buffer) => void> = {
    'is empty': (path) => writeFileSync(path, ''),
    'ends too early': (path, entry) => writeFileSync(path, entry.subarray(0, entry.length - 10)),
    'ends in its first line': (path, entry) => writeFileSync(path, entry.subarray(0, 40)),
    'has another byte': (path, entry) => {
      entry[400] = (entry[400] ?? 0) ^ 1
      writeFileSync(path, entry)
    },
    'is garbage': (path) => writeFileSync(path, Buffer.alloc(5000, 0xfe)),
    'is JSON of somebody else': (path) => writeFileSync(path, '{ "built": { "files": [] }, "messages": [] }'),
    'is of a later form': (path, entry) =>
      writeFileSync(
        path,
        entry.toString('latin1').replace('issuepress-cache 1', 'issuepress-cache 2'),
        'latin1',
      ),
    'is a folder': (path) => {
      rmSync(path)
      mkdirSync(path)
    },
    'is a link': (path) => {
      renameSync(path, `${path}.moved`)
      symlinkSync(`${path}.moved`, path)
    },
    'is a link to nowhere': (path) => {
      rmSync(path)
      symlinkSync('/nowhere', path)
    },
  }

  // One entry for each change: the others are restored.
  const names = Object.keys(changes)
  const half = Math.ceil(names.length / 2)
  test.each([
    { changed: names.slice(0, half), stays: 0 },
    // A folder cannot be replaced by an entry; all else is.
    { changed: names.slice(half), stays: 1 },
  ])('$changed: it is ignored, and written again', async ({ changed, stays }) => {
    const newsletter = copyBuilt(built)
    const paths = listEntryPaths(newsletter)
    expect(paths.length).toBeGreaterThan(changed.length)
    for (const [index, name] of changed.entries()) {
      const path = paths[index] ?? ''
      changes[name]?.(path, readFileSync(path))
    }
    const { rendered, result, files } = await newsletter.build()
    expect(rendered).toHaveLength(changed.length)
    expect(result).toEqual((await copyBuilt(built).build()).result)
    expect(files).toEqual(hashFiles(built.path('dist')))
    expect((await newsletter.build()).rendered).toHaveLength(stays)
  })

  test('has damaged files: they are not restored', async () => {
    const newsletter = copyBuilt(built)
    for (const path of listEntryPaths(newsletter)) {
      const entry = readFileSync(path)
      entry[entry.length - 5] = (entry.at(-5) ?? 0) ^ 1
      writeFileSync(path, entry)
    }
    newsletter.remove('dist')
    const { files, rendered } = await newsletter.build()
    expect(rendered).toContain('issues/clean.md')
    expect(files).toEqual(hashFiles(built.path('dist')))
  })
})

describe('where the cache is', () => {
  const cacheBelow = (newsletter: Newsletter, name: string) =>
    existsSync(join(newsletter.parent, name, 'builds'))

  test('below the nearest node_modules, of the folder or above', async () => {
    const newsletter = copyBuilt(built)
    mkdirSync(join(newsletter.parent, 'node_modules'))
    await newsletter.issue(['build', 'clean'])
    expect(cacheBelow(newsletter, 'node_modules/.cache/issuepress')).toBe(true)
    mkdirSync(newsletter.path('node_modules'))
    await newsletter.issue(['build', 'clean'])
    expect(cacheBelow(newsletter, 'newsletter/node_modules/.cache/issuepress')).toBe(true)
  })

  test.each([
    ['in --cache-dir', ['--cache-dir', '../a'], { ISSUE_CACHE_DIR: '../b' }, 'a'],
    ['in ISSUE_CACHE_DIR', [], { ISSUE_CACHE_DIR: '../b' }, 'b'],
    ['in a given folder with --no-config-code', ['--no-config-code', '--cache-dir', '../a'], {}, 'a'],
    ['nowhere with --no-cache', ['--no-cache', '--cache-dir', '../a'], { ISSUE_CACHE_DIR: '../b' }, ''],
    ['not in what came with an untrusted newsletter', ['--no-config-code'], {}, ''],
    ['in node_modules', [], { ISSUE_CACHE_DIR: '' }, 'node_modules/.cache/issuepress'],
  ])('%s', async (_, options, environment, expected) => {
    const newsletter = copyNewsletter()
    mkdirSync(join(newsletter.parent, 'node_modules'))
    await newsletter.issue(['build', 'clean', ...options], environment)
    const found = ['a', 'b', 'node_modules/.cache/issuepress'].filter((name) => cacheBelow(newsletter, name))
    expect(found).toEqual(expected === '' ? [] : [expected])
  })

  test('nowhere when the tool runs from its sources', async () => {
    const newsletter = copyNewsletter()
    await newsletter.issue(['build', 'clean', '--cache-dir', '../a'], {}, null)
    expect(cacheBelow(newsletter, 'a')).toBe(false)
  })

  test('in a folder that cannot be written, which is no error', async () => {
    const newsletter = copyNewsletter()
    newsletter.write('file', 'no folder')
    const args = ['build', '--cache-dir', 'file/cache']
    expect(await newsletter.issue(args)).toEqual(await copyNewsletter().issue(['build', '--no-cache']))
  })
})

test('two builds at once do no harm', async () => {
  const newsletter = copyNewsletter()
  const other = join(newsletter.parent, 'other')
  const [one, two] = await Promise.all([newsletter.build(), newsletter.build({ out: other })])
  expect(one.files).toEqual(two.files)
  expect(one.result.messages).toEqual(two.result.messages)
  expect(await newsletter.build()).toEqual({ ...one, rendered: [] })
})

test('a full build removes the entries of issues that are gone, and a build of one issue none', async () => {
  const newsletter = copyBuilt(built)
  const before = listEntryPaths(newsletter).length
  newsletter.remove('issues/mistakes.md')
  await newsletter.build({ files: ['issues/clean.md'] })
  expect(listEntryPaths(newsletter)).toHaveLength(before)
  await newsletter.build()
  expect(listEntryPaths(newsletter)).toHaveLength(before - 1)
})

test('the entries of four kinds of builds are kept, and files of others', async () => {
  const newsletter = copyNewsletter()
  for (const name of readdirSync(newsletter.path('issues')).filter((each) => each.endsWith('.md')))
    if (name !== 'clean.md') newsletter.remove(`issues/${name}`)
  for (const target of ['generic', 'kit', 'ses', 'listmonk', 'mailchimp', 'generic']) {
    await newsletter.build({ target })
    writeFileSync(join(newsletter.folder, 'builds', 'notes.txt'), 'Mine.')
  }
  const folders = new Set(listEntryPaths(newsletter).map((path) => path.split('/').at(-2)))
  expect(folders.size).toBe(4)
  expect(readFileSync(join(newsletter.folder, 'builds', 'notes.txt'), 'utf8')).toBe('Mine.')
})

test('an issue whose build threw is not stored', async () => {
  const newsletter = copyNewsletter()
  newsletter.write(
    'issue.config.mjs',
    `export default { markdown: { remarkPlugins: [() => () => { throw new Error('No') }] } }\n`,
  )
  newsletter.remove('issue.config.yml')
  await newsletter.build({ files: ['issues/clean.md'] })
  expect(newsletter.entries()).toEqual([])
})

test('a config with a check of its own is cached until one of its modules changes', async () => {
  const newsletter = copyNewsletter()
  newsletter.remove('issue.config.yml')
  newsletter.write(
    'issue.config.ts',
    `import { defineCheck } from 'issuepress'
import { word } from './word.ts'
const noOwls = defineCheck({
  name: 'no-owls', summary: 'No owls.', note: 'Write of the fox.', level: 'warning',
  run: ({ file }, report) => { if (String(file).includes(word)) report('Unexpected ' + word, {}) },
})
export default { checks: { 'no-owls': noOwls } }
`,
  )
  newsletter.write('word.ts', `export const word = 'owls'\n`)
  const files = ['issues/clean.md']
  const first = await newsletter.build({ files })
  expect(first.result.messages).toContainEqual(
    expect.objectContaining({ rule: 'no-owls', reason: 'Unexpected owls' }),
  )
  expect(await newsletter.build({ files })).toEqual({ ...first, rendered: [] })
  newsletter.write('word.ts', `export const word = 'lamp'\n`)
  const { rendered, result } = await newsletter.build({ files })
  expect(rendered).toEqual(files)
  expect(result.messages).toContainEqual(
    expect.objectContaining({ rule: 'no-owls', reason: 'Unexpected lamp' }),
  )
})

/** The absolute paths of all entries. */
function listEntryPaths({ folder }: Newsletter): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  return paths.filter((path) => /[0-9a-f]{32}$/.test(path) && statSync(path).isFile())
}

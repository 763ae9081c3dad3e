/**
 * What a build or a check prints and writes does not depend on the number of its jobs. The compiled command runs in
 * processes of its own, since the sources have no workers. `archive` is a newsletter with every kind of mistake.
 */
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { makeNewsletter, noChecks, type Run, run, toIssue } from '../cli/newsletter.ts'

const repository = join(import.meta.dirname, '..', '..')
const library = pathToFileURL(join(repository, 'lib/index.js')).href

/** Copies a newsletter, beside a package that its config can import. */
function copyNewsletter(folder: string, config: string, parts: readonly string[]) {
  const newsletter = makeNewsletter({
    [config]: readFileSync(join(folder, config)),
    'node_modules/issuepress/package.json':
      '{ "name": "issuepress", "type": "module", "exports": "./index.js" }',
    'node_modules/issuepress/index.js': `export * from '${library}'\n`,
  })
  for (const part of parts) cpSync(join(folder, part), newsletter.path(part), { recursive: true })
  return newsletter
}

const copyArchive = () =>
  copyNewsletter(join(import.meta.dirname, 'archive'), 'issue.config.mjs', ['issues', 'templates'])

/** A newsletter with some issues, and a config with a plugin that runs a line of JavaScript for the one named `b`. */
function makeWithPlugin(line: string, names = ['a', 'b', 'c', 'd']) {
  const config = `import { isMainThread } from 'node:worker_threads'
const plugin = () => async (tree, file) => {
  if (file.path !== 'issues/b.md') return
  ${line}
}
export default { markdown: { remarkPlugins: [plugin] }, checks: ${noChecks} }
`
  const issues = names.map((name) => [`issues/${name}.md`, toIssue(`Issue ${name}`)])
  return makeNewsletter({ 'issue.config.mjs': config, ...Object.fromEntries(issues) })
}

type Newsletter = ReturnType<typeof makeNewsletter>

interface Outcome {
  printed: Run
  dist: string[]
}

async function runWithJobs(newsletter: Newsletter, args: readonly string[], jobs: string): Promise<Outcome> {
  if (newsletter.has('dist')) newsletter.remove('dist')
  const printed = await run([...args, '--jobs', jobs], { cwd: newsletter.root })
  return { printed, dist: newsletter.hash('dist') }
}

describe('one job and three print and write the same', () => {
  const commands = [
    ['build'],
    ['build', '--strict', '--drafts', '--reporter', 'json'],
    ['build', '--target', 'kit,ses', '--reporter', 'sarif'],
    ['check'],
    ['check', '--reporter', 'json'],
  ]
  test.each(commands.map((command) => [command.join(' '), command] as const))(
    'for a newsletter with mistakes: %s',
    async (_, args) => {
      const newsletter = copyArchive()
      const one = await runWithJobs(newsletter, args, '1')
      const three = await runWithJobs(newsletter, args, '3')
      expect(three).toEqual(one)
      const { stdout, stderr } = one.printed
      for (const rule of [
        'internal-error',
        'spice',
        'title-question',
        'slug-unique',
        'text-contrast',
        'link-text',
      ])
        expect(stdout + stderr).toContain(rule)
    },
  )

  test('for the sample', async () => {
    const newsletter = copyNewsletter(repository, 'issue.config.yml', ['issues'])
    const one = await runWithJobs(newsletter, ['build'], '1')
    const three = await runWithJobs(newsletter, ['build'], '3')
    expect(three).toEqual(one)
    expect(one.printed.code).toBe(0)
    expect(one.dist.length).toBeGreaterThan(10)
  })

  test('when they build again what is there', async () => {
    const newsletter = copyArchive()
    const { dist } = await runWithJobs(newsletter, ['build'], '1')
    newsletter.write('issues/2026-01-01.md', toIssue('Other', 'slug: other\n'))
    await run(['build', '--jobs', '3'], { cwd: newsletter.root })
    expect(newsletter.list('dist')).toContain('other/email.html')
    expect(newsletter.list('dist')).not.toContain('2026-01-01/email.html')
    const kept = dist.filter((line) => line.startsWith('2026-01-02/'))
    expect(kept.length).toBeGreaterThan(1)
    expect(newsletter.hash('dist')).toEqual(expect.arrayContaining(kept))
  })
})

describe('threads', () => {
  const line = "file.message(isMainThread ? 'Built by the main thread' : 'Built by a worker')"

  test.each([
    ['two jobs', ['--jobs', '2'], 'Built by a worker'],
    ['one job', ['--jobs', '1'], 'Built by the main thread'],
    ['few issues, when no number is given', [], 'Built by the main thread'],
  ])('%s', async (_, args, expected) => {
    const { stderr, code } = await run(['build', ...args], { cwd: makeWithPlugin(line).root })
    expect(stderr).toContain(expected)
    expect(code).toBe(0)
  })

  test('of the API: one unless more are asked for, and one for a config that is an object', async () => {
    const { build } = (await import(library)) as typeof import('../../src/index.ts')
    const newsletter = makeWithPlugin(line)
    const list = async (options: Partial<Parameters<typeof build>[0]>) => {
      const { files } = await build({ root: newsletter.root, ...options })
      return files.flatMap(({ messages }) => messages.map(({ reason, name }) => `${name} ${reason}`))
    }
    const { isMainThread } = await import('node:worker_threads')
    const here = `issues/b.md:1:1 Built by ${isMainThread ? 'the main thread' : 'a worker'}`
    expect(await list({})).toEqual([here])
    expect(await list({ jobs: 2 })).toEqual(['issues/b.md:1:1 Built by a worker'])
    expect(await list({ jobs: 2, config: { checks: JSON.parse(noChecks) } })).toEqual([])
    await expect(list({ jobs: 0 })).rejects.toThrow('Unexpected number of jobs `0`')
  })
})

describe('a worker that ends', () => {
  test('is an error on its issue, and the others are built', async () => {
    const newsletter = makeWithPlugin('process.exit(3)')
    const { stderr, code } = await run(['build', '--jobs', '2'], { cwd: newsletter.root })
    expect(stderr).toContain(
      'issues/b.md  error  Cannot build this issue: its worker thread ended with code 3  (internal-error)',
    )
    expect(stderr).toContain('Built 3 of 4 issues')
    expect(code).toBe(1)
    expect(newsletter.json('dist/manifest.json').issues.map(({ slug }: { slug: string }) => slug)).toEqual([
      'a',
      'c',
      'd',
    ])
  })

  test('by an error that nobody catches, too', async () => {
    const newsletter = makeWithPlugin(
      "setTimeout(() => { throw new Error('Too late') }); await new Promise(() => {})",
    )
    const { stderr, code } = await run(['build', '--jobs', '2'], { cwd: newsletter.root })
    expect(stderr).toContain('issues/b.md  error  Cannot build this issue: Too late  (internal-error)')
    expect(stderr).toContain('Built 3 of 4 issues')
    expect(code).toBe(1)
  })

  test('at each issue, since the config cannot be loaded in a worker, ends the build', async () => {
    const newsletter = makeNewsletter({
      'issue.config.mjs': `process.chdir('.')\nexport default { checks: ${noChecks} }\n`,
      'issues/a.md': toIssue('A'),
      'issues/b.md': toIssue('B'),
    })
    const { stderr, code } = await run(['build', '--jobs', '2'], { cwd: newsletter.root })
    expect(stderr).toContain('Cannot build this issue: the config cannot be loaded in a worker thread')
    expect(stderr).toContain('With `--jobs 1`, issues are built without threads')
    expect(code).toBe(1)
    expect((await run(['build', '--jobs', '1'], { cwd: newsletter.root })).code).toBe(0)
  })
})

describe('Ctrl-C', () => {
  const names = ['a', 'b', ...Array.from({ length: 58 }, (_, index) => `c${10 + index}`)]

  // A plugin runs for the email and again for its web copy.
  const interruptOnce = "if (!globalThis.sent) process.kill(process.pid, 'SIGINT'); globalThis.sent = true"

  test('ends a build after the issues at hand, whose files are whole', async () => {
    const newsletter = makeWithPlugin(interruptOnce, names)
    const { code } = await run(['build', '--jobs', '2'], { cwd: newsletter.root })
    expect(code).toBe(130)
    const slugs = newsletter.json('dist/manifest.json').issues.map(({ slug }: { slug: string }) => slug)
    expect(slugs).toContain('b')
    expect(slugs.length).toBeLessThan(names.length)
    const files = (slug: string) => newsletter.list(`dist/${slug}`)
    expect(files('b').length).toBeGreaterThan(2)
    for (const slug of slugs) expect(files(slug)).toEqual(files('b'))
    const folders = new Set(newsletter.list('dist').map((path) => path.split(/[\\/]/)[0]))
    expect([...folders].filter((name) => name !== 'manifest.json').sort()).toEqual(slugs.sort())
  })

  test('a second time ends it at once', async () => {
    const interrupt = "process.kill(process.pid, 'SIGINT')"
    const newsletter = makeWithPlugin(
      `${interrupt}; setTimeout(() => ${interrupt}, 500); await new Promise(() => {})`,
    )
    const { code } = await run(['build', '--jobs', '2'], { cwd: newsletter.root })
    expect(code).toBe(null)
  })
})

test.each(['0', 'x', '1.5', '-1', ''])('`--jobs %s` is wrong usage', async (jobs) => {
  const { stderr, code } = await makeNewsletter({ 'issues/a.md': toIssue('A') }).issue(
    'build',
    `--jobs=${jobs}`,
  )
  expect(stderr).toBe(`issue: Unexpected number of jobs \`${jobs}\`, expected a number from 1 to 999\n`)
  expect(code).toBe(2)
})

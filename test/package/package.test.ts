/** What a stranger does first: the package installed in an empty folder, and a fresh clone under a path with a space. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const workshop = realpathSync(mkdtempSync(join(tmpdir(), 'issuepress package ')))
afterAll(() => rmSync(workshop, { recursive: true, force: true }))

// What the tests' own npm tells its children would steer theirs to this folder.
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST)/i.test(name)),
)

function run(command: string, args: string[], cwd: string): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

describe('the packed package', () => {
  const folder = join(workshop, 'stranger')

  test('ships what a user needs and nothing else', () => {
    const [packed] = JSON.parse(
      run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', workshop], root),
    )
    const paths: string[] = packed.files.map((file: { path: string }) => file.path)
    const rooms = [...new Set(paths.map((path) => path.split('/')[0]))].sort()
    expect(rooms).toEqual(['LICENSE', 'README.md', 'lib', 'package.json', 'templates'])
    expect(paths).toContain('templates/default/blocks/sponsor.html')
    expect(paths).toContain('templates/letter/layout.html')
    expect(paths.filter((path) => /\.(map|tsx?)$/.test(path) && !path.endsWith('.d.ts'))).toEqual([])
    mkdirSync(folder)
    cpSync(join(workshop, packed.filename), join(folder, 'issuepress.tgz'))
  })

  test('installed in an empty folder, builds a newsletter there', () => {
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
    run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', './issuepress.tgz'], folder)
    mkdirSync(join(folder, 'issues'))
    writeFileSync(
      join(folder, 'issues', 'hello.md'),
      '# Hello\n\nDear reader, see [the standard](https://www.w3.org/TR/WCAG22/).\n',
    )
    expect(run('npx', ['issue', 'build'], folder)).toBe(
      'dist/hello/email.html\ndist/hello/email.txt\ndist/hello/issue.json\ndist/hello/index.html\n',
    )
    expect(readFileSync(join(folder, 'dist', 'hello', 'email.html'), 'utf8')).toContain(
      '<title>Hello</title>',
    )
  })

  test('builds a newsletter under Yarn’s Plug’n’Play, which has no node_modules', () => {
    const nest = join(workshop, 'with yarn')
    mkdirSync(join(nest, 'issues'), { recursive: true })
    // Yarn stays in its folder: no lockfile above, no cache of the user, and the registry of npm.
    const settings = {
      enableGlobalCache: false,
      enableTelemetry: false,
      globalFolder: './.yarn/global',
      nodeLinker: 'pnp',
      npmRegistryServer: run('npm', ['config', 'get', 'registry'], root).trim(),
      unsafeHttpWhitelist: ['*'],
    }
    const files = {
      'package.json': '{ "private": true }',
      'yarn.lock': '',
      '.yarnrc.yml': JSON.stringify(settings),
      'issues/hello.md': '# Hello\n\nDear reader, see [the standard](https://www.w3.org/TR/WCAG22/).\n',
    }
    for (const [name, content] of Object.entries(files)) writeFileSync(join(nest, name), content)
    const yarn = createRequire(import.meta.url).resolve('@yarnpkg/cli-dist/bin/yarn.js')
    run(process.execPath, [yarn, 'add', join(folder, 'issuepress.tgz')], nest)
    expect(existsSync(join(nest, 'node_modules'))).toBe(false)
    expect(run(process.execPath, [yarn, 'issue', 'build'], nest)).toContain('dist/hello/email.html\n')
    expect(readFileSync(join(nest, 'dist', 'hello', 'email.html'), 'utf8')).toBe(
      readFileSync(join(folder, 'dist', 'hello', 'email.html'), 'utf8'),
    )
  })

  test('has an API whose types hold under strict settings', () => {
    writeFileSync(join(folder, 'check.ts'), consumer)
    const compiler = join(
      dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
      'bin',
      'tsc',
    )
    const flags = [
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--noEmit',
      '--types',
      '',
      'check.ts',
    ]
    expect(run(process.execPath, [compiler, ...flags], folder)).toBe('')
  })

  test('has an API that renders without a disk', () => {
    writeFileSync(join(folder, 'render.mjs'), renderer)
    expect(run(process.execPath, ['render.mjs'], folder)).toBe('Hello 0 true\n')
  })
})

const consumer = `
import { build, defineConfig, defaultSettings, loadTemplates, render, createThemes, defineBlock, defineCheck, type Email } from 'issuepress'
import { extractAnchors, extractProse, findBlocks, getExtra } from 'issuepress/readers'
import { VFile } from 'vfile'
export default defineConfig({ name: 'Typed', sponsors: { acme: { name: 'Acme', url: 'https://acme.example.com' } } })
const themes = createThemes(loadTemplates(), defaultSettings)
const { email }: { email: Email } = await render(new VFile('# Hello'), { settings: defaultSettings, themes })
const { outcome } = await build({ root: '.' })
export const length: number = email.html.length + outcome.length
// @ts-expect-error a config has no such key
defineConfig({ nmae: 'Misspelt' })
const rsvp = defineBlock({
  name: 'rsvp',
  spec: { attributes: { by: { required: true }, seats: { type: 'number' }, kind: { values: ['lunch', 'dinner'], default: 'lunch' } } },
  resolve({ attributes: { by, seats, kind } }, { report, matter }) {
    if (by.length < 10) report('Unexpected day', { at: 'by' })
    // @ts-expect-error it may have been left out
    seats.toFixed()
    // @ts-expect-error it has no such value
    if (kind === 'breakfast') return undefined
    return { deadline: by.slice(0, 10), lang: matter.lang }
  },
})
const untyped = defineBlock({
  name: 'untyped',
  resolve({ attributes: { by } }, { report }) {
    // @ts-expect-error its spec is in the template
    by.length
    if (typeof by !== 'string') report('Unexpected day', { at: 'by' })
  },
})
export const check = defineCheck({
  name: 'rsvp-late',
  summary: 'Deadlines are not too late.',
  note: 'Ask earlier.',
  level: 'warning',
  options: { max: 3 },
  run(context, report, { max }) {
    for (const { block, node } of findBlocks('rsvp', context.tree)) {
      const deadline: string | undefined = getExtra(block, rsvp)?.deadline
      // @ts-expect-error it resolves no such thing
      getExtra(block, rsvp)?.dead_line
      if (deadline && extractProse(context).length + extractAnchors(context).length > max) report('Unexpected deadline', { at: node })
    }
  },
})
defineConfig({ blocks: { rsvp, untyped }, checks: { 'rsvp-late': check } })
// @ts-expect-error a block resolves variables
defineBlock({ name: 'text', resolve: () => 'text' })
`

const renderer = `
import { defaultSettings, loadTemplates, render, createThemes } from 'issuepress'
import { VFile } from 'vfile'
const themes = createThemes(loadTemplates(), defaultSettings)
const file = new VFile({ path: 'hello.md', value: '# Hello\\n\\nDear reader' })
const { email } = await render(file, { settings: defaultSettings, themes })
console.log(email.subject, file.messages.filter(({ fatal }) => fatal).length, email.html.includes('Dear reader'))
`

describe('the package of `npm create issuepress`', () => {
  const folder = join(workshop, 'newcomer')

  test('is of the same version and ships its door alone', () => {
    const source = join(root, 'src', 'create-issuepress')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
    expect(manifest).toMatchObject({ version, dependencies: { issuepress: version } })
    expect(readFileSync(join(source, 'LICENSE'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'))
    const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', workshop], source))
    const paths = packed.files.map((file: { path: string }) => file.path).sort()
    expect(paths).toEqual(['LICENSE', 'README.md', 'create-issuepress.js', 'package.json'])
  })

  test('writes a newsletter that installs and builds', () => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const tool = join(workshop, `issuepress-${version}.tgz`)
    const door = join(workshop, `create-issuepress-${version}.tgz`)
    const quiet = ['--prefer-offline', '--no-audit', '--no-fund']
    run('npm', ['install', ...quiet, tool, door], folder)
    const options = ['--yes', '--name', 'Tea', '--date', '2026-01-06']
    const written = run('npx', ['create-issuepress', 'my letter', ...options], folder)
    expect(written).toContain('my letter/issue.config.yml\n')
    const newsletter = join(workshop, 'my letter')
    cpSync(join(folder, 'my letter'), newsletter, { recursive: true })
    expect(JSON.parse(readFileSync(join(newsletter, 'package.json'), 'utf8')).devDependencies).toEqual({
      issuepress: `^${version}`,
    })
    // The registry may not have this version yet.
    run('npm', ['install', ...quiet, '--save-dev', tool], newsletter)
    expect(run('npm', ['run', '--silent', 'build'], newsletter)).toContain(
      'dist/2026-01-06-welcome/email.html\n',
    )
    expect(run('npm', ['run', '--silent', 'check'], newsletter)).toBe('')
  })
})

describe('a fresh clone under a path with a space', () => {
  const clone = join(workshop, 'a clone')

  test('installs, compiles and builds the sample with one command, to the same bytes', () => {
    // The files as they are now, committed or not: what git tracks or would add.
    const files = run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], root).split(
      '\0',
    )
    for (const file of files.filter((path) => path !== '' && existsSync(join(root, path))))
      cpSync(join(root, file), join(clone, file))
    run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], clone)
    run('npx', ['issue', 'build'], clone)
    run(
      process.execPath,
      [join(root, 'lib', 'cli.js'), 'build', '--root', root, '--out', join(workshop, 'here')],
      root,
    )
    expect(hashTree(join(clone, 'dist'))).toEqual(hashTree(join(workshop, 'here')))
  }, 300_000)
})

function hashTree(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = paths.filter((path) => statSync(join(folder, path)).isFile())
  return Object.fromEntries(
    files.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  )
}

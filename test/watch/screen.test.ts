import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { createWatchScreen } from '../../src/commands/watch/watch-screen.ts'
import { reportFinding } from '../../src/diagnostics/report.ts'
import type { BuiltIssue } from '../../src/newsletter/build-issue.ts'
import type { WatchedBuild } from '../../src/watch.ts'

const root = '/news'
const noon = new Date(2024, 10, 28, 12, 0, 0).getTime()

function open({
  isTTY,
  quiet = false,
  reporter = 'pretty',
}: {
  isTTY: boolean
  quiet?: boolean
  reporter?: 'pretty' | 'unix'
}) {
  let output = ''
  const stdout = { isTTY, columns: 80, write: (text: string) => (output += text) }
  const screen = createWatchScreen(
    { cwd: root, stdout, now: () => noon },
    { root, colour: false, quiet, verbose: false, reporter },
  )
  return {
    screen,
    output() {
      const text = output
      output = ''
      return text
    },
  }
}

function toIssue(slug: string, passes = true): BuiltIssue {
  const sizes = passes ? { html: 1200, text: 300, images: 0 } : null
  const messages = { errors: passes ? 0 : 1, warnings: 0 }
  return {
    source: `issues/${slug}.md`,
    slug,
    subject: slug,
    date: null,
    files: [],
    sizes,
    facts: null,
    messages,
    passes,
  }
}

function toBuild(names: string[], rendered: string[], broken: string[] = []): WatchedBuild {
  const issues = names.map((name) => toIssue(name, !broken.includes(name)))
  const files = broken.map((name) => {
    const file = new VFile({ cwd: root, path: `issues/${name}.md`, value: 'one\ntwo' })
    reportFinding(file, `Unexpected \`two\` in ${name}`, { ruleId: 'two', place: { line: 2, column: 1 } })
    return file
  })
  return {
    result: {
      outcome: files.length > 0 ? 'failed' : 'built',
      out: '/news/dist',
      issues,
      files,
      skippedDrafts: [],
      checks: [],
    },
    rendered: rendered.map((name) => `issues/${name}.md`),
    changed: ['issues/a.md'],
    milliseconds: 83.7,
  }
}

describe('on a terminal', () => {
  test('everything is rendered again after each build', () => {
    const { screen, output } = open({ isTTY: true })
    screen.showAddress('http://localhost:3333')
    expect(output()).toBe('')
    screen.showBuild(toBuild(['a', 'bee'], ['a']))
    expect(output()).toBe(`\x1b[2J\x1b[3J\x1b[H✓ a    html 1.2 kB · text 300 B
✓ bee  html 1.2 kB · text 300 B
12:00:00  built a in 84 ms
Preview: http://localhost:3333  (Ctrl-C stops)
`)
  })

  test('problems stand above it, with their lines', () => {
    const { screen, output } = open({ isTTY: true })
    screen.showBuild(toBuild(['a', 'bee'], ['bee'], ['bee']))
    expect(output()).toBe(`\x1b[2J\x1b[3J\x1b[Hissues/bee.md:2:1  error  Unexpected \`two\` in bee  (two)

  1 | one
> 2 | two
    | ^

✓ a    html 1.2 kB · text 300 B
✗ bee  not written: 1 error
12:00:00  could not build bee in 84 ms · 1 error
Watching  (Ctrl-C stops)
`)
  })

  test('a warning survives the next build, and no more', () => {
    const { screen, output } = open({ isTTY: true })
    screen.warn('Cannot open a browser')
    expect(output()).toBe('issue: Cannot open a browser\n')
    screen.showBuild(toBuild(['a'], ['a']))
    expect(output()).toContain('\x1b[Hissue: Cannot open a browser\n\n✓ a')
    screen.showBuild(toBuild(['a'], ['a']))
    expect(output()).not.toContain('browser')
  })

  test('of very many issues only those with news are listed', () => {
    const { screen, output } = open({ isTTY: true })
    const names = Array.from({ length: 30 }, (_, number) => `n${number}`)
    screen.showBuild(toBuild(names, ['n3'], ['n7']))
    expect(output().match(/^[✓✗].*$/gm)).toEqual([
      '✓ n3  html 1.2 kB · text 300 B',
      '✗ n7  not written: 1 error',
    ])
  })
})

describe('in a pipe', () => {
  test('each build is a line, and each problem is printed once', () => {
    const { screen, output } = open({ isTTY: false })
    screen.showAddress('http://localhost:3333')
    expect(output()).toBe('Preview: http://localhost:3333  (Ctrl-C stops)\n')
    screen.showBuild(toBuild(['a', 'b'], ['a', 'b'], ['b']))
    expect(output()).toMatch(
      /issues\/b\.md:2:1 {2}error[\s\S]*\n12:00:00 {2}built 1 of 2 issues in 84 ms · 1 error\n$/,
    )
    screen.showBuild(toBuild(['a', 'b'], ['a'], ['b']))
    expect(output()).toBe('12:00:00  built a in 84 ms · 1 error\n')
    screen.showBuild(toBuild(['a', 'b'], ['b']))
    expect(output()).toBe('12:00:00  built b in 84 ms\n')
  })

  test('of several problems only the new ones are printed, and again after they were away', () => {
    const { screen, output } = open({ isTTY: false })
    const places = () => output().match(/^issues\/\S+/gm)
    screen.showBuild(toBuild(['a', 'b', 'c'], ['a', 'b', 'c'], ['b', 'c']))
    expect(places()).toEqual(['issues/b.md:2:1', 'issues/c.md:2:1'])
    screen.showBuild(toBuild(['a', 'b', 'c'], ['a'], ['a', 'b', 'c']))
    expect(places()).toEqual(['issues/a.md:2:1'])
    screen.showBuild(toBuild(['a', 'b', 'c'], ['b'], ['a', 'c']))
    expect(places()).toBe(null)
    screen.showBuild(toBuild(['a', 'b', 'c'], ['b'], ['a', 'b', 'c']))
    expect(places()).toEqual(['issues/b.md:2:1'])
  })

  test('a change without effect is not printed, a lost issue is', () => {
    const { screen, output } = open({ isTTY: false })
    screen.showBuild(toBuild(['a', 'b'], ['a', 'b']))
    output()
    screen.showBuild(toBuild(['a', 'b'], []))
    expect(output()).toBe('')
    screen.showBuild(toBuild(['a'], []))
    expect(output()).toBe('12:00:00  nothing to rebuild in 84 ms\n')
  })

  test('quietly, only problems are printed', () => {
    const { screen, output } = open({ isTTY: false, quiet: true })
    screen.showAddress('http://localhost:3333')
    screen.showBuild(toBuild(['a'], ['a']))
    screen.end()
    expect(output()).toBe('')
    screen.showBuild(toBuild(['a'], ['a'], ['a']))
    expect(output()).toContain('issues/a.md:2:1  error')
  })
})

describe.each([true, false])('for an editor, on a terminal: %s', (isTTY) => {
  test('each build prints all problems between two lines', () => {
    const { screen, output } = open({ isTTY, reporter: 'unix' })
    const problem = 'issues/b.md:2:1: Unexpected `two` in b [error/two]\n'
    for (const rendered of [['a', 'b'], ['a']]) {
      screen.startBuild()
      expect(output()).toBe('Building\n')
      screen.showBuild(toBuild(['a', 'b'], rendered, ['b']))
      expect(output()).toMatch(/^issues.*\n12:00:00 {2}built .* · 1 error\n$/)
      screen.showBuild(toBuild(['a', 'b'], rendered, ['b']))
      expect(output()).toContain(problem)
    }
  })

  test('nothing but problems is printed when it is to be quiet', () => {
    const { screen, output } = open({ isTTY, quiet: true, reporter: 'unix' })
    screen.startBuild()
    screen.showBuild(toBuild(['a', 'b'], ['a'], ['b']))
    expect(output()).toBe('issues/b.md:2:1: Unexpected `two` in b [error/two]\n')
  })
})

import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { createWatchScreen } from '../../src/commands/watch/watch-screen.ts'
import { reportFinding } from '../../src/diagnostics/report.ts'
import type { BuiltIssue } from '../../src/newsletter/build-issue.ts'
import type { WatchedBuild } from '../../src/watch.ts'

const root = '/news'
const noon = new Date(2024, 10, 28, 12, 0, 0).getTime()

function open({ isTTY, quiet = false }: { isTTY: boolean; quiet?: boolean }) {
  let said = ''
  const stdout = { isTTY, columns: 80, write: (text: string) => (said += text) }
  const screen = createWatchScreen({ cwd: root, stdout, now: () => noon }, { root, colour: false, quiet })
  return {
    screen,
    said() {
      const text = said
      said = ''
      return text
    },
  }
}

function toIssue(slug: string, passes = true): BuiltIssue {
  const sizes = passes ? { html: 1200, text: 300, images: 0 } : null
  const messages = { errors: passes ? 0 : 1, warnings: 0 }
  return { source: `issues/${slug}.md`, slug, subject: slug, date: null, files: [], sizes, messages, passes }
}

function toBuild(names: string[], rendered: string[], broken: string[] = []): WatchedBuild {
  const issues = names.map((name) => toIssue(name, !broken.includes(name)))
  const files = broken.map((name) => {
    const file = new VFile({ cwd: root, path: `issues/${name}.md`, value: 'one\ntwo' })
    reportFinding(file, 'Unexpected `two`', { ruleId: 'two', place: { line: 2, column: 1 } })
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
  test('all is drawn anew after each build', () => {
    const { screen, said } = open({ isTTY: true })
    screen.serveAt('http://localhost:3333')
    expect(said()).toBe('')
    screen.built(toBuild(['a', 'bee'], ['a']))
    expect(said()).toBe(`\x1b[2J\x1b[3J\x1b[H✓ a    html 1.2 kB · text 300 B
✓ bee  html 1.2 kB · text 300 B
12:00:00  built a in 84 ms
Preview: http://localhost:3333  (Ctrl-C stops)
`)
  })

  test('problems stand above it, with their lines', () => {
    const { screen, said } = open({ isTTY: true })
    screen.built(toBuild(['a', 'bee'], ['bee'], ['bee']))
    expect(said()).toBe(`\x1b[2J\x1b[3J\x1b[Hissues/bee.md:2:1  error  Unexpected \`two\`  (two)

  1 | one
> 2 | two
    | ^

✓ a    html 1.2 kB · text 300 B
✗ bee  not written: 1 error
12:00:00  could not build bee in 84 ms · 1 error
Watching  (Ctrl-C stops)
`)
  })

  test('a trouble outlives the next build, and no more', () => {
    const { screen, said } = open({ isTTY: true })
    screen.trouble('Cannot open a browser')
    expect(said()).toBe('issue: Cannot open a browser\n')
    screen.built(toBuild(['a'], ['a']))
    expect(said()).toContain('\x1b[Hissue: Cannot open a browser\n\n✓ a')
    screen.built(toBuild(['a'], ['a']))
    expect(said()).not.toContain('browser')
  })

  test('of very many issues only the news is listed', () => {
    const { screen, said } = open({ isTTY: true })
    const names = Array.from({ length: 30 }, (_, number) => `n${number}`)
    screen.built(toBuild(names, ['n3'], ['n7']))
    expect(said().match(/^[✓✗].*$/gm)).toEqual([
      '✓ n3  html 1.2 kB · text 300 B',
      '✗ n7  not written: 1 error',
    ])
  })
})

describe('in a pipe', () => {
  test('each build is a line, and each problem is told once', () => {
    const { screen, said } = open({ isTTY: false })
    screen.serveAt('http://localhost:3333')
    expect(said()).toBe('Preview: http://localhost:3333  (Ctrl-C stops)\n')
    screen.built(toBuild(['a', 'b'], ['a', 'b'], ['b']))
    expect(said()).toMatch(
      /issues\/b\.md:2:1 {2}error[\s\S]*\n12:00:00 {2}built 1 of 2 issues in 84 ms · 1 error\n$/,
    )
    screen.built(toBuild(['a', 'b'], ['a'], ['b']))
    expect(said()).toBe('12:00:00  built a in 84 ms · 1 error\n')
    screen.built(toBuild(['a', 'b'], ['b']))
    expect(said()).toBe('12:00:00  built b in 84 ms\n')
  })

  test('a change that changes nothing is not told, a lost issue is', () => {
    const { screen, said } = open({ isTTY: false })
    screen.built(toBuild(['a', 'b'], ['a', 'b']))
    said()
    screen.built(toBuild(['a', 'b'], []))
    expect(said()).toBe('')
    screen.built(toBuild(['a'], []))
    expect(said()).toBe('12:00:00  followed a change in 84 ms\n')
  })

  test('quietly, only problems are told', () => {
    const { screen, said } = open({ isTTY: false, quiet: true })
    screen.serveAt('http://localhost:3333')
    screen.built(toBuild(['a'], ['a']))
    screen.end()
    expect(said()).toBe('')
    screen.built(toBuild(['a'], ['a'], ['a']))
    expect(said()).toContain('issues/a.md:2:1  error')
  })
})

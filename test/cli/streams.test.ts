import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeNewsletter, run, toIssue } from './newsletter.ts'

const command = resolve(import.meta.dirname, '../../lib/cli.js')
const files = { 'issues/a.md': toIssue('A', 'colour: x\n'), 'issues/b.md': toIssue('B', '', '![x](x.png)') }
const control = '\u001b['

describe('--reporter json', () => {
  test('prints one object on standard output and nothing else', async () => {
    const newsletter = makeNewsletter({ ...files, 'issues/c.md': toIssue('C', 'draft: true\n') })
    const { code, stdout, stderr } = await newsletter.issue('build', '--reporter', 'json')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    const report = JSON.parse(stdout)
    expect(Object.keys(report)).toEqual(['version', 'issues', 'messages', 'summary'])
    expect(report.issues).toEqual([
      {
        source: 'issues/a.md',
        slug: 'a',
        subject: 'A',
        date: null,
        sound: true,
        written: true,
        files: newsletter.json('dist/manifest.json').issues[0].files,
        sizes: { html: expect.any(Number), text: expect.any(Number), images: 0 },
        errors: 0,
        warnings: 1,
      },
      {
        source: 'issues/b.md',
        slug: 'b',
        subject: 'B',
        date: null,
        sound: false,
        written: false,
        files: [],
        sizes: null,
        errors: 1,
        warnings: 0,
      },
    ])
    expect(report.messages).toMatchObject([
      {
        file: 'issues/a.md',
        line: 3,
        column: 1,
        endLine: 3,
        endColumn: 7,
        severity: 'warning',
        rule: 'front-matter',
      },
      { file: 'issues/b.md', line: 7, column: 1, severity: 'error', rule: 'image-file' },
    ])
    expect(Object.keys(report.messages[0])).toEqual(
      'file line column endLine endColumn severity rule reason note url'.split(' '),
    )
    expect(report.summary).toEqual({
      outcome: 'failed',
      issues: 2,
      written: 1,
      leftOut: ['issues/c.md'],
      errors: 1,
      warnings: 1,
    })
  })

  test('has the outcome when the config has errors', async () => {
    const newsletter = makeNewsletter({ ...files, 'issue.config.yml': 'url: x\n' })
    const { code, stdout } = await newsletter.issue('build', '--reporter=json')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ issues: [], summary: { outcome: 'misconfigured', errors: 1 } })
  })
})

describe('what is printed where', () => {
  test('--quiet prints errors and warnings only', async () => {
    const newsletter = makeNewsletter({ ...files, 'issues/c.md': toIssue('C') })
    const { code, stdout, stderr } = await newsletter.issue('build', '--quiet')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.match(/^\S+ {2}(error|warning) {2}/gm)).toHaveLength(2)
    expect(stderr).not.toMatch(/Built|✓|✗/)
    const fine = await newsletter.issue('build', '-q', 'issues/c.md')
    expect(fine).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('paths in messages are relative to where the command was typed', async () => {
    const newsletter = makeNewsletter(files)
    const { stderr } = await run(['build', '--root', 'my newsletter'], { cwd: newsletter.parent })
    expect(stderr).toContain('my newsletter/issues/a.md:3:1  warning')
    expect(stderr).toContain('Built 1 of 2 issues into my newsletter/dist/')
  })

  test('a reader that stops reading does no harm', async () => {
    const newsletter = makeNewsletter({ 'issues/a.md': toIssue('A') })
    const { code, stderr } = await run(['build'], { cwd: newsletter.root, closeStdout: true })
    expect(code).toBe(0)
    expect(stderr).not.toContain('EPIPE')
    const shell = `"${process.execPath}" "${command}" build --reporter json | head -c 1`
    const piped = spawn('sh', ['-c', shell], { cwd: newsletter.root })
    let said = ''
    piped.stderr.on('data', (data) => {
      said += data
    })
    await new Promise((done) => piped.on('close', done))
    expect(said).toBe('')
  })
})

describe('colour', () => {
  test.each<[string, string[], Record<string, string>, boolean]>([
    ['is not for files', [], {}, false],
    ['comes with FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['goes with FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['goes with NO_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['stays with an empty NO_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '' }, true],
    ['goes with --no-color', ['--no-color'], { FORCE_COLOR: '1' }, false],
  ])('%s', async (_, args, environment, coloured) => {
    const newsletter = makeNewsletter(files)
    const { stdout, stderr } = await run(['build', ...args], { cwd: newsletter.root, environment })
    expect(stderr.includes(control)).toBe(coloured)
    expect(stdout).not.toContain(control)
  })
})

test('Ctrl-C ends the build after the issue at hand, with exit code 130 and whole files', async () => {
  const many = Array.from({ length: 300 }, (_, index) => [
    `issues/${1000 + index}.md`,
    toIssue('X', '', 'Word. '.repeat(2000)),
  ])
  const newsletter = makeNewsletter(Object.fromEntries(many))
  const child = spawn(process.execPath, [command, 'build'], { cwd: newsletter.root })
  let stderr = ''
  child.stderr.on('data', (data) => {
    stderr += data
  })
  const watch = setInterval(() => {
    if (newsletter.has('dist/1000/email.html') && child.kill('SIGINT')) clearInterval(watch)
  }, 5)
  const code = await new Promise((done) => child.on('close', done))
  clearInterval(watch)
  expect({ code, stderr }).toEqual({ code: 130, stderr: expect.stringContaining('Interrupted') })
  const listed = newsletter.json('dist/manifest.json').issues
  expect(listed.length).toBeGreaterThan(0)
  expect(listed.length).toBeLessThan(300)
  expect(newsletter.list('dist')).toHaveLength(listed.length * 4 + 1)
})

/** The prompts of `issue init`, typed in a real terminal. Needs Python, whose standard library opens one. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'

const cli = join(import.meta.dirname, '../../lib/cli.js')
const hasTerminal = process.platform !== 'win32' && spawnSync('python3', ['--version']).status === 0
if (!hasTerminal) console.warn('\n  THE TESTS OF PROMPTS ARE SKIPPED: they need Python on Linux or macOS.\n')

const [down, enter, interrupt] = ['\u001b[B', '\r', '\u0003']

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'issuepress prompts '))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Types the keys, each after the words. */
function typeInto(cwd: string, steps: [words: string, keys: string][], ...args: string[]) {
  const words = [join(import.meta.dirname, 'terminal.py'), JSON.stringify(steps)]
  const command = [process.execPath, cli, 'init', ...args, '--date', '2026-01-06']
  const { status, stdout, stderr } = spawnSync('python3', [...words, ...command], { cwd, encoding: 'utf8' })
  return { status, shown: stripVTControlCharacters(stdout), stderr }
}

const readConfig = (folder: string) => parse(readFileSync(join(folder, 'issue.config.yml'), 'utf8'))

describe.skipIf(!hasTerminal)('in a terminal', () => {
  test('four questions, with what is typed and chosen', () => {
    const cwd = makeFolder()
    const { status, shown, stderr } = typeInto(
      cwd,
      [
        ['called', `Tea${enter}`],
        ['sends', `Ada <ada@tealetter.org>${enter}`],
        ['service', `${down}${enter}`],
        ['look', `${down}${enter}`],
      ],
      'new',
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(readConfig(join(cwd, 'new'))).toMatchObject({
      name: 'Tea',
      from: 'Ada <ada@tealetter.org>',
      target: 'mailchimp',
      template: 'letter',
    })
    expect(shown).toContain('npx issue build')
  })

  test('the defaults, for nothing but Enter', () => {
    const cwd = makeFolder()
    const words = ['called', 'sends', 'service', 'look']
    const { status } = typeInto(
      cwd,
      words.map((word) => [word, enter]),
      'the-tea-letter',
    )
    expect(status).toBe(0)
    expect(readConfig(join(cwd, 'the-tea-letter'))).toMatchObject({
      name: 'The Tea Letter',
      from: 'The Tea Letter <hello@example.com>',
      target: 'generic',
      template: 'default',
    })
  })

  test('only what no option has answered, and again what is wrong', () => {
    const cwd = makeFolder()
    const options = ['--name', 'Tea', '--target', 'kit', '--template', 'letter']
    const clear = '\u007f'.repeat(3)
    const { status, shown } = typeInto(
      cwd,
      [
        ['sends', `Ada${enter}`],
        ['Expected a sender', `${clear}ada@tealetter.org${enter}`],
      ],
      'new',
      ...options,
    )
    expect(status).toBe(0)
    expect(shown).not.toContain('called')
    expect(readConfig(join(cwd, 'new')).from).toBe('ada@tealetter.org')
  })

  test('nothing is written after Ctrl-C', () => {
    for (const steps of [
      [['called', interrupt]],
      [
        ['called', enter],
        ['sends', enter],
        ['service', interrupt],
      ],
    ] satisfies [string, string][][]) {
      const cwd = makeFolder()
      const { status, shown } = typeInto(cwd, steps, 'new')
      expect(status).toBe(130)
      expect(shown).toMatch(/Nothing was written\.\r\n$/)
      expect(shown).not.toMatch(/^\s+at /m)
      expect(readdirSync(cwd)).toEqual([])
    }
  })

  test('no question with --yes', () => {
    const cwd = makeFolder()
    const { status, shown } = typeInto(cwd, [], 'new', '--yes')
    expect(status).toBe(0)
    expect(shown).not.toContain('?')
  })
})

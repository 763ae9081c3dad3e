/** The tasks that `issue init` writes for VS Code: their problem matchers read what the commands print. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { makeNewsletter, runHere } from '../cli/newsletter.ts'
import { openWatch } from '../watch/open-watch.ts'
import { makeNewsletterWithMistakes, readProblems } from './mistakes.ts'

type Field = 'file' | 'line' | 'column' | 'severity' | 'message' | 'code'

interface Matcher {
  pattern: { regexp: string; kind?: 'file' } & Partial<Record<Field, number>>
  background?: { beginsPattern: string; endsPattern: string }
}

interface Task {
  label: string
  command: string
  problemMatcher: Matcher | Matcher[]
}

const folder = join(import.meta.dirname, '../../src/scaffold/files/_vscode')
const { tasks }: { tasks: Task[] } = JSON.parse(readFileSync(join(folder, 'tasks.json'), 'utf8'))

function findTask(label: string): { words: string[]; matchers: Matcher[] } {
  const task = tasks.find((each) => each.label === label)
  if (!task) throw new Error(`No task ${label}`)
  return { words: task.command.split(' ').slice(2), matchers: [task.problemMatcher].flat() }
}

/** Reads output as VS Code does: without colours, each line by the first matcher that fits. */
function matchProblems(output: string, matchers: Matcher[]) {
  return stripVTControlCharacters(output)
    .split('\n')
    .flatMap((line) => {
      const found = matchers
        .map(({ pattern }) => ({ pattern, groups: new RegExp(pattern.regexp).exec(line) }))
        .filter(({ groups }) => groups)
      // With two that fit, the order would matter.
      expect(found.length, line).toBeLessThanOrEqual(1)
      return found.map(({ pattern, groups }) => {
        const read = (field: Field) => groups?.[pattern[field] ?? -1]
        return {
          file: read('file'),
          ...(pattern.kind !== 'file' && { line: Number(read('line')), column: Number(read('column')) }),
          severity: read('severity'),
          rule: read('code'),
          reason: read('message'),
        }
      })
    })
}

test.each(['0', '1'])('`check` finds every problem in what people read, colours: %s', async (colours) => {
  const newsletter = makeNewsletterWithMistakes()
  const { words, matchers } = findTask('check')
  const environment = { FORCE_COLOR: colours }
  const { stdout, stderr } = await runHere(words, { cwd: newsletter.root, environment })
  expect(stderr.includes('\u001b[')).toBe(colours === '1')
  const problems = await readProblems(newsletter)
  expect(problems.length).toBeGreaterThan(8)
  expect(matchProblems(stdout + stderr, matchers)).toEqual(problems)
})

test('`check` finds the problem of a whole file', async () => {
  const newsletter = makeNewsletter({})
  const { words, matchers } = findTask('check')
  const { stdout, stderr } = await newsletter.issue(...words)
  expect(matchProblems(stdout + stderr, matchers)).toEqual([
    {
      file: 'issues',
      severity: 'error',
      rule: 'newsletter-empty',
      reason: 'Missing issues, expected at least one Markdown file in `issues/`',
    },
  ])
})

test('`watch` finds every problem of each build, between its lines', async () => {
  const newsletter = makeNewsletterWithMistakes()
  const problems = await readProblems(newsletter)
  const { words, matchers } = findTask('watch')
  const [, ...options] = words
  const watch = await openWatch(newsletter.root, ...options, '--no-preview')
  await watch.stop()
  const stdout = watch.output()
  const [matcher] = matchers
  const { beginsPattern = '', endsPattern = '' } = matcher?.background ?? {}
  const lines = stdout.trimEnd().split('\n')
  expect(lines.filter((line) => new RegExp(beginsPattern).test(line))).toHaveLength(1)
  expect(lines.filter((line) => new RegExp(endsPattern).test(line))).toHaveLength(1)
  expect(lines.findIndex((line) => new RegExp(beginsPattern).test(line))).toBe(0)
  expect(matchProblems(stdout, matchers)).toEqual(problems)
})

test('the settings name schemas that the package contains', () => {
  const settings = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))
  expect(Object.keys(settings)).toEqual(['yaml.schemas'])
  const schemas: [string, string[]][] = Object.entries(settings['yaml.schemas'])
  for (const [path] of schemas) {
    const inPackage = path.replace('./node_modules/issuepress/', '')
    expect(inPackage).not.toBe(path)
    const { title } = JSON.parse(readFileSync(join(import.meta.dirname, '../..', inPackage), 'utf8'))
    expect(title).toMatch(/Issuepress/)
  }
  expect(schemas.flatMap(([, names]) => names)).toContain('issue.config.yml')
})

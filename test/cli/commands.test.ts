/** The list of commands: whole, without doubles, and in the documentation. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'
import type { Command, CommandGroup } from '../../src/commands/define-command.ts'
import { commands } from '../../src/commands/index.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'src', 'commands')

/** Every command with all the words that are typed for it. */
const typed = commands.flatMap((entry) =>
  'commands' in entry
    ? entry.commands.map((command) => ({ words: `issue ${entry.name} ${command.name}`, command }))
    : [{ words: `issue ${entry.name}`, command: entry }],
)

const documentation = ['README.md', ...listPages('docs')]
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n')

function listPages(name: string): string[] {
  if (!existsSync(join(root, name))) return []
  return readdirSync(join(root, name), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(name, path))
}

function isCommand(value: unknown): value is Command | CommandGroup {
  if (typeof value !== 'object' || value === null) return false
  return 'name' in value && 'summary' in value && ('run' in value || 'commands' in value)
}

test('every command that a file exports is listed', async () => {
  const listed = new Set<unknown>([...commands, ...typed.map(({ command }) => command)])
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  )
  const exported = await Promise.all(
    paths.map(async (path) => Object.values(await import(join(folder, path))).filter(isCommand)),
  )
  expect(exported.flat().length).toBeGreaterThanOrEqual(listed.size)
  expect(
    exported
      .flat()
      .filter((command) => !listed.has(command))
      .map(({ name }) => name),
  ).toEqual([])
})

/** The files of `src/` that are loaded with a file, without what it imports later. */
function listLoaded(path: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(path)) return loaded
  loaded.add(path)
  const source = readFileSync(join(root, 'src', path), 'utf8')
  for (const [, to = ''] of source.matchAll(/^(?:import|export)(?! type\b)[^'"]*?from '(\.[^']+)'/gm))
    listLoaded(posix.join(posix.dirname(path), to), loaded)
  return loaded
}

test('the help loads nothing of what the commands do', () => {
  const loaded = [...listLoaded('commands/run-program.ts', listLoaded('cli.ts'))].sort()
  expect(loaded).toContain('commands/build.ts')
  expect(loaded.filter((path) => !/^commands\/(?:[^/]+|[^/]+\/options\.ts)$/.test(path))).toEqual([
    'cli.ts',
    'files/usage-error.ts',
    'polls/csv-columns.ts',
  ])
})

test('completion loads nothing that renders or checks', () => {
  const loaded = [...listLoaded('commands/completion/run-completion.ts')]
  expect(loaded).toContain('commands/completion/complete-words.ts')
  const folders = new Set(loaded.map((path) => path.split('/')[0]))
  expect([...folders].sort()).toEqual(['commands', 'diagnostics', 'files', 'schemas', 'urls'])
})

test('no two commands have the same words, and no command an option twice', () => {
  const words = typed.map((entry) => entry.words)
  expect(words).toEqual([...new Set(words)])
  for (const { command } of typed) {
    const flags = command.options.map((option) => option.flags)
    expect(flags).toEqual([...new Set(flags)])
  }
})

test('examples are of their own command', () => {
  const others = typed.flatMap(({ words, command }) =>
    command.examples.filter((example) => !example.startsWith(`${words} `) && example !== words),
  )
  expect(others).toEqual([])
})

test.each(typed)('$words stands in the documentation', ({ words }) => {
  expect(documentation).toContain(words)
})

// The README names the options that matter most; the page has all.
test.each(typed)('the options of $words stand in the documentation', ({ command }) => {
  const names = command.options.map(({ flags }) => flags.split(' ')[0] ?? '')
  expect(names.filter((name) => !new RegExp(`${name}(?![\\w-])`).test(documentation))).toEqual([])
})

/** What a command declares is what its `run` gets: as types, and when it runs. */
import { expect, expectTypeOf, test } from 'vitest'
import { createProgram } from '../../src/commands/create-program.ts'
import { defineCommand } from '../../src/commands/define-command.ts'
import { defineOptions, type Flags } from '../../src/commands/define-options.ts'
import { UsageError } from '../../src/files/usage-error.ts'

const options = defineOptions(
  { flags: '--root <dir>', summary: 'text' },
  { flags: '--strict', summary: 'a switch' },
  { flags: '--no-color', summary: 'a switch that is on' },
  { flags: '--dry-run', summary: 'a name of two words' },
  { flags: '--to <address>', summary: 'required, and repeatable', required: true, repeatable: true },
  { flags: '--data <name=value>', summary: 'repeatable', repeatable: true },
  {
    flags: '--reporter <name>',
    summary: 'choices, with a default',
    choices: ['pretty', 'json'],
    default: 'pretty',
  },
  { flags: '--level <name>', summary: 'choices', choices: ['low', 'high'] },
  { flags: '--retry <times>', summary: 'a number, with a default', parse: parseNumber, default: 2 },
  { flags: '--port <number>', summary: 'a number', parse: parseNumber },
  { flags: '--size <number>', summary: 'numbers', parse: parseNumber, repeatable: true },
)

interface Expected {
  root?: string
  strict?: boolean
  color: boolean
  dryRun?: boolean
  to: string[]
  data?: string[]
  reporter: 'pretty' | 'json'
  level?: 'low' | 'high'
  retry: number
  port?: number
  size?: number[]
}

function parseNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`Unexpected number \`${text}\``)
  return Number(text)
}

const command = defineCommand({
  name: 'show',
  summary: 'show what it gets',
  arguments: [
    { name: '<issue>', summary: 'required' },
    { name: '[poll]', summary: 'optional' },
    { name: '[file...]', summary: 'any number' },
  ],
  options,
  examples: ['issue show one'],
  notes: 'It ends.',
  async run(args, flags) {
    expectTypeOf(args).toEqualTypeOf<readonly [string, string | undefined, string[]]>()
    expectTypeOf(flags).toEqualTypeOf<Expected>()
    return 0
  },
})

/** Gives back what the command would get for the words. */
async function parse(...words: string[]) {
  const printed = { stdout: '', stderr: '' }
  const given: { args: readonly unknown[]; flags: Record<string, unknown> }[] = []
  const program = createProgram(
    [command],
    {
      stdout: { write: (text) => (printed.stdout += text) },
      stderr: { write: (text) => (printed.stderr += text) },
      version: '0.0.0',
    },
    async (_, args, flags) => void given.push({ args, flags }),
  )
  const failure = await program.parseAsync(['show', ...words], { from: 'user' }).then(
    () => undefined,
    (error: unknown) => error,
  )
  return { given: given[0], failure, ...printed }
}

test('the types of the flags are those of their declaration', () => {
  expectTypeOf<Flags<typeof options>>().toEqualTypeOf<Expected>()
})

test('what was not given has its default, or is not there', async () => {
  expect((await parse('one', '--to', 'a@example.com')).given).toEqual({
    args: ['one', undefined, []],
    flags: { color: true, to: ['a@example.com'], reporter: 'pretty', retry: 2 },
  })
})

test('what was given is parsed', async () => {
  const words =
    'one two three four --root here --strict --no-color --dry-run --to a --to b --data x=1 --data y=2'
  const more = '--reporter json --level high --retry 5 --port 80 --size 1 --size 2'
  expect((await parse(...words.split(' '), ...more.split(' '))).given).toEqual({
    args: ['one', 'two', ['three', 'four']],
    flags: {
      root: 'here',
      strict: true,
      color: false,
      dryRun: true,
      to: ['a', 'b'],
      data: ['x=1', 'y=2'],
      reporter: 'json',
      level: 'high',
      retry: 5,
      port: 80,
      size: [1, 2],
    } satisfies Expected,
  })
})

test.each([
  ['a missing argument', ['--to', 'a'], "missing required argument 'issue'"],
  ['a missing option', ['one'], "required option '--to <address>' not specified"],
  ['none of the choices', ['one', '--to', 'a', '--level', 'mid'], 'Allowed choices are low, high'],
])('%s is refused', async (_, words, message) => {
  const { given, failure, stderr } = await parse(...words)
  expect(given).toBeUndefined()
  expect(failure).toMatchObject({ message: expect.stringContaining(message) })
  expect(stderr).toContain('(see `issue show --help`)')
})

test('what a parser throws comes out', async () => {
  const { given, failure } = await parse('one', '--to', 'a', '--size', '1', '--size', 'big')
  expect(given).toBeUndefined()
  expect(failure).toEqual(new UsageError('Unexpected number `big`'))
})

test('the help shows defaults as typed, choices, examples and notes', async () => {
  const { stdout } = await parse('--help')
  expect(stdout).toContain('a number, with a default (default: "2")')
  expect(stdout).toContain('choices, with a default (choices: "pretty", "json",')
  expect(stdout.endsWith('\n\nExamples:\n  issue show one\n\nIt ends.\n')).toBe(true)
})

/** Every command and every option that the documentation names is one that there is. */
import { expect, test } from 'vitest'
import { type CommandHelp, listCommands } from './commands.ts'
import { listCode, readPages } from './pages.ts'

const commands = await listCommands()
const code = readPages().map((page) => ({ path: page.path, ...listCode(page) }))
const mentions = code.flatMap(({ path, spans, typed }) =>
  [...spans, ...typed.flatMap((line) => line.split(/&&|\|/))]
    .map((text) => /^\s*(?:npx )?issue(?: (.*))?$/.exec(text))
    .filter((match) => match !== null)
    .map(([, rest = '']) => ({ path, text: `issue ${rest}`.trim(), words: rest.split(' ') })),
)

test('commands are found at all', () => {
  expect(commands.length).toBeGreaterThan(5)
  expect(mentions.length).toBeGreaterThan(20)
})

test('every command that is named exists, with its options', () => {
  const wrong = mentions.filter(({ words }) => {
    // `issue help build` prints what `issue build --help` does.
    const command = find(words[0] === 'help' ? words.slice(1) : words)
    return !command || words.some((word) => isOption(word) && !hasOption(command, word))
  })
  expect(wrong.map(({ path, text }) => `${path}: ${text}`)).toEqual([])
})

test('every option that is named by itself exists', () => {
  const options = code.flatMap(({ path, spans }) =>
    spans.filter(isOption).map((span) => ({ path, option: span.split(' ')[0] ?? '' })),
  )
  expect(options.length).toBeGreaterThan(5)
  const wrong = options.filter(({ option }) => !commands.some((command) => hasOption(command, option)))
  expect(wrong.map(({ path, option }) => `${path}: ${option}`)).toEqual([])
})

/** The command of the most words; a word that is no command is an argument only where there are no commands below. */
function find(words: string[]): CommandHelp | undefined {
  const fits = commands.filter((command) => command.words.every((word, index) => word === words[index]))
  const command = fits.toSorted((a, b) => b.words.length - a.words.length)[0]
  const next = words[command?.words.length ?? 0] ?? ''
  const isGroup = command?.help.includes('\nCommands:\n') ?? false
  return isGroup && /^[a-z]/.test(next) ? undefined : command
}

function isOption(text: string): boolean {
  return /^--?[a-z][a-z-]*\b/.test(text)
}

function hasOption({ help }: CommandHelp, option: string): boolean {
  const [name = ''] = option.split('=')
  return new RegExp(`(?:^|[\\s,])${name}(?=[\\s,])`, 'm').test(help)
}

/** The commands of `issue`, read off its own help. */
import { runIssue } from './terminal.ts'

export interface CommandHelp {
  /** Without `issue`: `['poll', 'tally']`; none for `issue` itself. */
  words: string[]
  help: string
}

/** All commands with their help, `issue` itself first. */
export async function listCommands(words: string[] = []): Promise<CommandHelp[]> {
  const help = await runIssue([...words, '--help'])
  const [, list = ''] = help.split('\nCommands:\n')
  // `issue help build` prints what `issue build --help` does.
  const names = [...list.matchAll(/^ {2}(?!help\b)([a-z]+)\b/gm)].map(([, name = '']) => name)
  const below = await Promise.all(names.map((name) => listCommands([...words, name])))
  return [{ words, help }, ...below.flat()]
}

import { Command as Commander, Option as CommanderOption } from 'commander'
import type { Context } from './context.ts'
import type { Command, CommandGroup } from './define-command.ts'
import type { Option } from './define-options.ts'

/** Runs the command that was typed. */
export type Execute = (
  command: Command,
  args: readonly unknown[],
  flags: Record<string, unknown>,
) => Promise<void>

/**
 * Creates a commander program for the given commands. It throws instead of ending the process.
 * @param commands in the order of the help
 * @param context where the help is written, and the version
 * @param execute called with the parsed command
 */
export function createProgram(
  commands: readonly (Command | CommandGroup)[],
  { stdout, stderr, version }: Pick<Context, 'stdout' | 'stderr' | 'version'>,
  execute: Execute,
): Commander {
  const program = new Commander('issue')
    .description('Compile a newsletter: Markdown in, send-ready HTML and plaintext out.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
    })
  for (const command of commands) addCommand(program, command, execute)
  addHelpHint(program, 'issue')
  return program
}

function addCommand(parent: Commander, command: Command | CommandGroup, execute: Execute): void {
  const added = parent.command(command.name).description(command.summary)
  if ('commands' in command) {
    added.helpCommand(false)
    for (const child of command.commands) addCommand(added, child, execute)
    return
  }
  for (const { name, summary } of command.arguments) added.argument(name, summary)
  for (const option of command.options) added.addOption(createCommanderOption(option))
  const help = formatHelpText(command)
  if (help !== '') added.addHelpText('after', help)
  added.action(() => execute(command, added.processedArgs, added.opts()))
}

function createCommanderOption(option: Option): CommanderOption {
  const { flags, summary, required = false, repeatable = false, choices, parse = (text) => text } = option
  const created = new CommanderOption(flags, summary).makeOptionMandatory(required)
  // The help shows a default as it would be typed.
  if (option.default !== undefined) created.default(option.default, JSON.stringify(String(option.default)))
  if (choices) created.choices(choices)
  else if (repeatable) created.argParser((text, earlier: unknown[] = []) => [...earlier, parse(text)])
  else if (option.parse) created.argParser(parse)
  return created
}

/** The part of the help below the options. */
function formatHelpText({ examples, notes }: Command): string {
  const listed = examples.length === 0 ? [] : ['Examples:', ...examples.map((example) => `  ${example}`)]
  const parts = [listed.join('\n'), notes ?? ''].filter((part) => part !== '')
  return parts.map((part) => `\n${part}`).join('\n')
}

function addHelpHint(command: Commander, name: string): void {
  command.showHelpAfterError(`(see \`${name} --help\`)`)
  for (const child of command.commands) addHelpHint(child, `${name} ${child.name()}`)
}

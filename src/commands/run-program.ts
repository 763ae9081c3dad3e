import { CommanderError } from 'commander'
import { UsageError } from '../files/usage-error.ts'
import { root } from './common-options.ts'
import type { Context } from './context.ts'
import { createProgram } from './create-program.ts'
import type { Command, Outcome } from './define-command.ts'
import { exitCodes } from './exit-codes.ts'
import { commands } from './index.ts'

/**
 * Runs a command line.
 * @param words the arguments after `issue`
 * @returns the exit code
 */
export async function runProgram(words: string[], context: Context): Promise<number> {
  let code: number = exitCodes.fine
  const program = createProgram(commands, context, async (command, args, flags) => {
    const settled = await resolveRoot(command, flags, context)
    code = await reportOutcome(await command.run(args, settled, context), settled, context)
  })
  try {
    await program.parseAsync(resolveHelp(words), { from: 'user' })
    return code
  } catch (error) {
    return reportError(error, context)
  }
}

/** `issue help poll tally` is `issue poll tally --help`. Of an unknown command commander would print the general help. */
function resolveHelp(words: string[]): string[] {
  const [first, name, ...others] = words
  if (first !== 'help' || name === undefined || name.startsWith('-')) return words
  return commands.some((command) => command.name === name) ? [name, ...others, '--help'] : [name]
}

/** Without `--root`, a command that has this option runs for the newsletter around the working directory. */
async function resolveRoot(
  { options }: Command,
  flags: Record<string, unknown>,
  { cwd }: Context,
): Promise<Record<string, unknown>> {
  if (flags.root !== undefined || !options.some((option) => option.flags === root.flags)) return flags
  const { findNewsletter } = await import('../files/find-newsletter.ts')
  return { ...flags, root: findNewsletter(cwd) }
}

/** Prints the config's messages when it has errors. */
async function reportOutcome(
  outcome: Outcome,
  flags: Record<string, unknown>,
  { stderr, environment }: Context,
): Promise<number> {
  if (typeof outcome === 'number') return outcome
  const [{ formatPretty }, { wantsColour }] = await Promise.all([
    import('../report/format-pretty.ts'),
    import('../report/wants-colour.ts'),
  ])
  const colour = wantsColour(flags.color !== false, environment, stderr)
  stderr.write(formatPretty([outcome.misconfigured], { colour, width: stderr.columns }))
  return exitCodes.usage
}

/** Reports wrong usage in one line (commander prints its own errors); any other error is a bug. */
function reportError(error: unknown, { stderr }: Context): number {
  // Commander throws for help and version, too, with its exit code 0; a missing command is wrong usage.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage
  if (error instanceof UsageError) {
    stderr.write(`issue: ${error.message}\n`)
    return exitCodes.usage
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  stderr.write(`issue: This is a bug in issuepress. Please report it.\n${detail}\n`)
  return exitCodes.errors
}

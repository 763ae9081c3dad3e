import type { VFile } from 'vfile'
import type { Context } from './context.ts'
import type { Argument, Arguments, Flags, Option } from './define-options.ts'

/** The result of a command: its exit code, or the config file with its messages when it has errors. */
export type Outcome = number | { misconfigured: VFile }

/** A command as data: `create-program.ts` turns it into a commander command, and `index.ts` lists all of them. */
export interface Command {
  /** The word after `issue`. */
  name: string
  /** What it does, for the help. */
  summary: string
  arguments: readonly Argument[]
  /** In the order of the help. */
  options: readonly Option[]
  /** Lines of the help: a command line, with an aligned explanation behind it if need be. */
  examples: readonly string[]
  /** Printed at the end of the help. */
  notes?: string
  /**
   * Runs it.
   * @param args a value for each of `arguments`
   * @param flags a value for each of `options`, by its name in camelCase
   * @throws {UsageError} for wrong usage
   */
  run(args: readonly unknown[], flags: Record<string, unknown>, context: Context): Promise<Outcome>
}

/** A word that only groups subcommands: `issue poll tally`. */
export interface CommandGroup {
  name: string
  summary: string
  commands: readonly Command[]
}

/** A command whose `run` gets the types that its arguments and options declare. */
interface TypedCommand<A extends readonly Argument[], O extends readonly Option[]>
  extends Omit<Command, 'arguments' | 'options' | 'run'> {
  arguments: A
  options: O
  run(args: Arguments<A>, flags: Flags<O>, context: Context): Promise<Outcome>
}

/**
 * Declares a command. Its file is loaded for every run of `issue`, so `run` should import the implementation.
 * @returns the command, for the list in `index.ts`
 */
export function defineCommand<const A extends readonly Argument[], const O extends readonly Option[]>(
  command: TypedCommand<A, O>,
): Command {
  return command
}

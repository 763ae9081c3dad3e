import type { VFile } from 'vfile'
import type { Context } from './context.ts'
import type { Argument, Arguments, Flags, Option } from './options.ts'

/** What a command ends with: its exit code, or the config with its messages when that has errors. */
export type Outcome = number | { misconfigured: VFile }

/** A command, as data: `create-program.ts` makes commander parse it, and `index.ts` lists all of them. */
export interface Command {
  /** As typed behind `issue`. */
  name: string
  /** What it does, for the help. */
  summary: string
  arguments: readonly Argument[]
  /** In the order of the help. */
  options: readonly Option[]
  /** Lines for the help: a command, or a command with what it does aligned behind it. */
  examples: readonly string[]
  /** Closes the help. */
  notes?: string
  /**
   * Runs it.
   * @param args a value for each of `arguments`
   * @param flags a value for each of `options`, by its name in camelCase
   * @throws {UsageError} for a mistake in how it was called
   */
  run(args: readonly unknown[], flags: Record<string, unknown>, context: Context): Promise<Outcome>
}

/** Commands behind a word that is no command itself: `issue poll tally`. */
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
 * Declares a command. Its file is loaded for every run of `issue`, so `run` imports what does the work.
 * @returns the same, for the list in `index.ts`
 */
export function defineCommand<const A extends readonly Argument[], const O extends readonly Option[]>(
  command: TypedCommand<A, O>,
): Command {
  return command
}

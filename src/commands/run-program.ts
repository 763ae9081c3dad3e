import { CommanderError } from 'commander'
import type { Context } from './context.ts'
import { createProgram } from './create-program.ts'
import { exitCodes } from './exit-codes.ts'

/**
 * Runs what was typed.
 * @param args the words behind `issue`
 * @returns the exit code
 */
export async function runProgram(args: string[], context: Context): Promise<number> {
  let code: number = exitCodes.fine
  const exit = (given: number) => {
    code = given
  }
  try {
    await createProgram(context, exit).parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return error instanceof CommanderError ? toExitCode(error) : reportFault(error, context)
  }
}

/** Asked for, help and version are fine; all that commander complains of is wrong usage, no command included. */
function toExitCode({ code }: CommanderError): number {
  return ['commander.helpDisplayed', 'commander.version'].includes(code) ? exitCodes.fine : exitCodes.usage
}

function reportFault(error: unknown, { stderr }: Context): number {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  stderr.write(`issue: This is a fault of issuepress; please report it.\n${detail}\n`)
  return exitCodes.errors
}

import { explainDiskError } from './explain-disk-error.ts'
import { UsageError } from './usage-error.ts'

/**
 * Why a file that was named on the command line cannot be read.
 * @param shown what the message calls it
 */
export function explainReadError(error: unknown, shown: string): UsageError {
  const { code } = error as NodeJS.ErrnoException
  const why = code?.startsWith('Z_') ? 'its compressed data are broken' : explainDiskError(error).why
  return new UsageError(`Cannot read \`${shown}\`: ${why}`)
}

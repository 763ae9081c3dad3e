/** An error in how the tool was called. Its message is one line, with a note on further lines if need be; the exit code is 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

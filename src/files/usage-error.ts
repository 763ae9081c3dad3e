/** A mistake in how the tool was called, told in one line; the command ends with exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/**
 * Whether to colour the output to a stream: `--no-color` and NO_COLOR (https://no-color.org) take precedence over
 * FORCE_COLOR, which takes precedence over the kind of stream.
 * @param flag false when `--no-color` was given
 * @param environment the process's environment variables
 */
export function wantsColour(
  flag: boolean,
  environment: Record<string, string | undefined>,
  stream: { isTTY?: boolean },
): boolean {
  if (!flag || environment.NO_COLOR) return false
  if (environment.FORCE_COLOR !== undefined) return !['0', 'false'].includes(environment.FORCE_COLOR)
  return stream.isTTY === true && environment.TERM !== 'dumb'
}

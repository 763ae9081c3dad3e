/** What the command's exit code says. */
export const exitCodes = {
  fine: 0,
  /** The newsletter has errors. */
  errors: 1,
  /** Wrong usage, or a config with errors. */
  usage: 2,
  /** As a shell reports the signal SIGINT: 128 + 2. */
  interrupted: 130,
} as const

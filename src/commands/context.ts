/** The world that a command runs in. */
export interface Context {
  /** The folder that the command was typed in, absolute. */
  cwd: string
  /** Takes results only: paths, or JSON. */
  stdout: Output
  /** Takes what is said to a person. */
  stderr: Output
  /** Reads standard input to its end. */
  readInput(): Promise<Uint8Array>
  environment: Record<string, string | undefined>
  /** Issuepress's own. */
  version: string
  /** Asks the command to end when it can. */
  signal: AbortSignal
  /** Milliseconds since 1970. */
  now(): number
}

export interface Output {
  write(text: string): unknown
  isTTY?: boolean
  columns?: number
}

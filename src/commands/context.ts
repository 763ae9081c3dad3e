import type { Readable, Writable } from 'node:stream'

/** Everything that a command uses of its environment. */
export interface Context {
  /** The working directory, absolute. */
  cwd: string
  /** For results only: paths, or JSON. */
  stdout: Output
  /** For messages to people. */
  stderr: Output
  /** Reads all of standard input. */
  readInput(): Promise<Uint8Array>
  /** The terminal to ask the user at; `undefined` if input or messages go elsewhere. */
  openTerminal?(): Terminal | undefined
  environment: Record<string, string | undefined>
  /** Issuepress's version. */
  version: string
  /**
   * Identifies the compiled code of Issuepress and the Node.js that runs it, for the cache; without it nothing is cached.
   */
  installation?: string | undefined
  /** Aborted when the command should end as soon as it can. */
  signal: AbortSignal
  /** Has SIGTERM abort the signal, as Ctrl-C does, for a command that is meant to run until then. */
  endInOrder?(): void
  /** Milliseconds since 1970. */
  now(): number
}

/** Where prompts are shown, and what is typed. */
export interface Terminal {
  input: Readable
  output: Writable
}

export interface Output {
  write(text: string): unknown
  isTTY?: boolean
  columns?: number
}

/** A file to write. */
export interface OutputFile {
  /** With `/`, relative to the folder that the output's `scope` names. */
  path: string
  bytes: Uint8Array
}

/** A file of an issue, on its way to the disk. */
export interface CreatedFile {
  /** The name of the output that it is of. */
  output: string
  /** The target whose email it belongs to; nothing for one of all of them. */
  target: string | undefined
  /** The path that the output gave it. */
  name: string
  /** Relative to the out folder, with `/`. */
  path: string
  bytes: Uint8Array
}

/** A file to write. */
export interface OutputFile {
  /** With `/`, relative to the folder of the output's `scope`. */
  path: string
  bytes: Uint8Array
}

/** A file of an issue, ready to be written. */
export interface CreatedFile {
  /** The name of the output that has created it. */
  output: string
  /** The target whose email it belongs to; `undefined` for a file that all targets share. */
  target: string | undefined
  /** Its path in the folder of the output's `scope`. */
  name: string
  /** Relative to the out folder, with `/`. */
  path: string
  bytes: Uint8Array
}

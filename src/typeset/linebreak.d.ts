declare module 'linebreak' {
  /** Iterates over the line break opportunities of UAX #14 (Unicode Line Breaking). */
  export default class LineBreaker {
    constructor(text: string)
    /** The next opportunity, as an index in UTF-16 code units, or `null` after the last. */
    nextBreak(): { position: number; required: boolean } | null
  }
}

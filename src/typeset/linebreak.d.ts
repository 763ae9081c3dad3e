declare module 'linebreak' {
  /** Walks the places where UAX #14 (Unicode Line Breaking) lets a line end. */
  export default class LineBreaker {
    constructor(text: string)
    /** The next place, as an index in UTF-16 units, or `null` after the last. */
    nextBreak(): { position: number; required: boolean } | null
  }
}

/**
 * The effect of a logic tag on the text after it:
 * `if` begins a conditional part or a loop, `unless` a part with the opposite condition; `elseif` and `else` begin
 * another branch; `end` ends any of them. `choice` begins a part that shows nothing before its first branch, `section`
 * one that is always shown, `aside` one that is never shown in its place, `raw` one in which nothing is a tag. A
 * `statement` prints nothing.
 */
export type TagLogic =
  | 'if'
  | 'unless'
  | 'elseif'
  | 'else'
  | 'end'
  | 'choice'
  | 'section'
  | 'aside'
  | 'raw'
  | 'statement'

/** A syntax of merge tags, which are between two delimiters. A provider can have several. */
export interface Dialect {
  /** The opening delimiter: `{{`. */
  open: string
  /** The closing delimiter: `}}`. */
  close: string
  /** Patterns of its tags, without capturing groups; when not given, any text on one line between the delimiters. */
  tags?: readonly RegExp[]
  /**
   * Whether each of `tags` begins with the first character of `open`. Where that is true of all dialects, a text is searched
   * six times as fast.
   */
  beginsAsOpen?: boolean
  /**
   * Its logic tags, each kind by the start of the text between the delimiters: `if: /^IF\b/`. White space and the signs
   * that trim it are removed before. The first kind that matches counts; a tag that matches none prints a value. The
   * rest of the text is the name that a condition tests.
   */
  logic?: Partial<Record<TagLogic, RegExp>>
  /** Patterns of a whole tag with a fallback; the first group that has matched contains its words. */
  fallback?: readonly RegExp[]
  /** Whether any of its tags that is alone on a line is a block of its own, since it may be logic that is not listed. */
  isBlock?: boolean
}

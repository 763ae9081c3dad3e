/**
 * What a tag of a provider's logic does to what stands around it:
 * `if` begins a part under a condition, or a loop; `unless` one under the opposite; `elseif` and `else` begin another
 * branch; `end` ends any of them. `choice` begins a part that shows nothing before its first branch, `section` one that
 * is always shown, `aside` one that is never shown where it stands, `raw` one in which nothing is a tag. A `statement`
 * prints nothing.
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

/** One syntax of merge tags: what stands between two delimiters. A provider may speak several. */
export interface Dialect {
  /** What a tag begins with: `{{`. */
  open: string
  /** What it ends with: `}}`. */
  close: string
  /** What its tags look like, without groups that capture; anything on one line between the delimiters when not given. */
  tags?: readonly RegExp[]
  /**
   * Its logic, each kind by how a tag begins between the delimiters: `if: /^IF\b/`. White space and the signs that trim
   * it are no part of that. The first kind that fits counts; a tag that fits none prints something. The name that a
   * condition asks for is what follows.
   */
  logic?: Partial<Record<TagLogic, RegExp>>
  /** How a whole tag says its fallback; the first group that is there has the words. */
  fallback?: readonly RegExp[]
  /** Alone on its line, any of its tags is a block of its own: it may be logic that is not known here. */
  isBlock?: boolean
}

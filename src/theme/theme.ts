import type { VFile } from 'vfile'
import type { BlockSpec } from '../types.ts'

/** One language's wording: `advertisement`, `view_online`, … */
export type Strings = Record<string, string>

/** A template, read and checked: what the HTML and the plaintext are drawn with. The engine hides behind `draw`. */
export interface Theme {
  name: string
  /** Every template file, under its path in the template: `layout.html`, `blocks/poll.txt`. Complaints ride on them. */
  files: Map<string, VFile>
  blocks: Map<string, BlockSpec>
  /** Design tokens with the config's overrides applied. */
  tokens: Record<string, string | number>
  /** Features that some clients lack and the template uses on purpose: caniemail's names, and why the email is right without. */
  enhancements: Record<string, string>
  /** `style.css`, comments and all, with its `var()`s still in it. */
  css: string
  has(path: string): boolean
  /** The template's wording in a language: `de-AT`, else `de`, else `en`. */
  strings(lang: string): Strings
  /**
   * Draws one template file. Output is escaped in `.html` files but for `Html` values, and never in `.txt` files.
   * @throws {VFileMessage} where the file is missing, does not parse, or names an unknown variable
   */
  draw(path: string, variables: Record<string, unknown>): string
}

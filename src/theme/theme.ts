import type { VFile } from 'vfile'
import type { BlockSpec } from '../types.ts'
import type { TokenNames } from './token-names.ts'

/** The wording in one language, by key: `advertisement`, `view_online`, … */
export type Strings = Record<string, string>

/** The wording by language: `de`, `de-AT`. */
export type Wording = Readonly<Record<string, Strings | undefined>>

/** A template with which HTML and plaintext are rendered. */
export interface Theme {
  name: string
  /**
   * Every template file under its path in the template: `layout.html`, `blocks/poll.txt`. A file of the base template that
   * was merged with one of these is there, too: `../default/theme.yml`. Mistakes are reported on these.
   */
  files: Map<string, VFile>
  blocks: Map<string, BlockSpec>
  /** Design tokens with the config's overrides applied. */
  tokens: Record<string, string | number>
  /** Each token's default, which says its type: the shipped one, or else the one that the template itself declares. */
  tokenDefaults: Record<string, string | number>
  /** The names that tokens can have as values: `warm`, `georgia`. */
  tokenNames: TokenNames
  /** Features that some clients lack and the template uses on purpose: caniemail's slug, and why the email works without. */
  enhancements: Record<string, string>
  /** `style.css` and the style sheets that are added to it, in the order of the cascade; none without design tokens. */
  styleSheets: VFile[]
  has(path: string): boolean
  /** The wording of all languages, as it is merged. */
  wording: Wording
  /** The wording in a language. Keys that are missing in `de-AT` are those of `de`, and else those of `en`. */
  strings(lang: string): Strings
  /**
   * Renders a template file. Values are escaped in `.html` files, except for `Html`, and not escaped in `.txt` files.
   * @throws {TemplateError} for a syntax error or an unknown variable
   * @throws {Error} for a path that the template does not have
   */
  render(path: string, variables: Record<string, unknown>): string
}

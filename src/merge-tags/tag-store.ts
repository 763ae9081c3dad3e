import type { ParsedTag } from './parse-tag.ts'
import type { FormContext, TagForms } from './tag-forms.ts'

/** A text whose native merge tags are tokens, out of every parser's sight, and the way back. */
export interface TagStore {
  /** As long as the source, in UTF-16 units: no place shifts. */
  text: string
  /** Makes tokens of the tags in another text, such as one of the config's, so that `restore` puts them back too. */
  protect(text: string): string
  /**
   * Makes tokens of the tags in a template's HTML that a parser would take for elements: `<<NAME>>`.
   * @param clean takes out of a tag what was put into it because it looks like an element
   */
  protectMarkup(html: string, clean: (tag: string) => string): string
  /** A text in which nothing is a tag: what begins to look like one becomes a token. */
  protectLiterals(text: string): string
  /** The token of something whose bytes are another in each context; `restore` puts the right ones in its place. */
  createToken(forms: TagForms): string
  /** What a token stands for: a native tag's bytes, or all forms. */
  find(token: string): string | TagForms | undefined
  /** A native tag, read; nothing for a token of anything else. */
  parse(token: string): ParsedTag | undefined
  /** True for a text of tokens that are nothing but the provider's own logic: `{% if x %}`, `{% endif %}`. */
  isLogic(text: string): boolean
  /** The token of a tag that was made a block of its own, from the comment that stands for it. */
  unwrapBlock(html: string): string | undefined
  /** An address with tokens that was percent-encoded on the way, as it was. */
  decodeAddress(address: string): string
  /** A text without the author's notes (comments before a sentence), of which fillers keep the places. */
  removeNotes(text: string): string
  /**
   * Puts the tags back, also where an address was percent-encoded on the way.
   * @param context what the text is part of; `seen` when not given, as messages and checks want it
   */
  restore(text: string, context?: FormContext): string
  /** Restores a whole document, of which each part has a context of its own. */
  restoreHtml(html: string): string
  /** True when a tag runs over several lines, so that lines, unlike offsets, have shifted. */
  hasLineBreaks: boolean
}

import type { ParsedTag } from './parse-tag.ts'
import type { MisplacedTag } from './restore-html.ts'
import type { FormContext, TagForms } from './tag-forms.ts'

/** A text with tokens instead of native merge tags, so that no parser sees these, and the functions to restore them. */
export interface TagStore {
  /** The text, as long as the source in UTF-16 units, so that offsets stay the same. */
  text: string
  /** Replaces the tags in another text, such as one of the config, by tokens that `restore` knows as well. */
  protect(text: string): string
  /**
   * Replaces the tags in a template's HTML that a parser would take for elements, such as `<<NAME>>`, by tokens.
   * @param clean removes the source marker that was added to a tag because it looks like an element
   */
  protectMarkup(html: string, clean: (tag: string) => string): string
  /** Escapes a text in which nothing is a tag: what the engine would read as one becomes a token. */
  protectLiterals(text: string): string
  /** Creates the token of a text that is different in each context. */
  createToken(forms: TagForms): string
  /** The native tag, or the forms, that a token replaces. */
  find(token: string): string | TagForms | undefined
  /** Parses the native tag of a token; `undefined` for a token of anything else. */
  parse(token: string): ParsedTag | undefined
  /** True for a text that contains only tokens of logic tags: `{% if x %}`, `{% endif %}`. */
  isLogic(text: string): boolean
  /** The token in the HTML comment of a tag that is a block of its own; `undefined` for any other HTML. */
  unwrapBlock(html: string): string | undefined
  /** Decodes the tokens in an address that was percent-encoded. */
  decodeAddress(address: string): string
  /** Removes the fillers of the author's notes (comments before a sentence) from a text. */
  removeNotes(text: string): string
  /**
   * Restores the tags in a text, also in percent-encoded addresses.
   * @param context where the text will be printed; `seen` when not given
   */
  restore(text: string, context?: FormContext): string
  /** Restores the tags in an HTML document, each part in its own context. */
  restoreHtml(html: string): string
  /** Finds the tags that HTML would not read as a part of the attribute they are in, and that are not restored as they are. */
  findMisplaced(html: string): MisplacedTag[]
  /** Whether a tag has several lines, so that line numbers after its token, unlike offsets, are wrong. */
  hasLineBreaks: boolean
}

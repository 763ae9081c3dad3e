import type { TagForms } from './tag-forms.ts'

/** How text that only looks like a tag is kept from the target's engine. */
export interface Literals {
  /** What begins to look like a tag; nothing where no engine is known. */
  mark?: RegExp | undefined
  /** The forms of such a mark. */
  toMark(found: string): TagForms
  /** The forms of a whole text, marks and all: `\{{ x }}`. */
  toText(text: string): TagForms
}

import type { TagForms } from './tag-forms.ts'

/** How text that only looks like a tag is kept from the target's engine. */
export interface Literals {
  /** What begins to look like a tag; nothing where no engine is known. */
  pattern?: RegExp | undefined
  /** The forms of such a mark. */
  createMatchForms(found: string): TagForms
  /** The forms of a whole text, marks and all: `\{{ x }}`. */
  createTextForms(text: string): TagForms
}

import type { TagForms } from './tag-forms.ts'

/** Escapes text that only looks like a merge tag, so that the target's engine prints it. */
export interface Literals {
  /** The part of such a text to escape, such as its opening delimiter; `undefined` without a known engine. Global. */
  pattern?: RegExp | undefined
  /** Creates the forms of one match of the pattern. */
  createMatchForms(found: string): TagForms
  /** Creates the forms of a whole text with all its matches: `{{ x }}`. */
  createTextForms(text: string): TagForms
}

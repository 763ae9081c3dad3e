/**
 * The contexts in which a merge tag is printed. `seen` is its form in messages and for checks, `source` what the author
 * wrote, `words` the text where no provider fills it in: on a web page, in an identifier.
 */
export type FormContext = 'text' | 'attribute' | 'url' | 'plaintext' | 'subject' | 'seen' | 'source' | 'words'

/** The text of a merge tag, or of an escaped literal, in each context. */
export type TagForms = Record<FormContext, string>

/**
 * Where a merge tag comes to stand. `seen` is what a reader or a check is told of it, `source` what the author wrote,
 * `words` what stands where no provider fills it in: on a page, in an identifier.
 */
export type FormContext = 'text' | 'attribute' | 'url' | 'plaintext' | 'subject' | 'seen' | 'source' | 'words'

/** One merge tag, or one piece of text that must not be taken for one, as each context wants its bytes. */
export type TagForms = Record<FormContext, string>

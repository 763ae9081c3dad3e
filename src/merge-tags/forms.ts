/** Where a merge tag comes to stand. `seen` is what a reader or a check is told of it, `source` what the author wrote. */
export type FormContext = 'text' | 'attribute' | 'url' | 'plaintext' | 'subject' | 'seen' | 'source'

/** One merge tag, or one piece of text that must not be taken for one, as each context wants its bytes. */
export type Forms = Record<FormContext, string>

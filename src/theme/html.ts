/** Finished markup: a template prints it as it is, where any other value is escaped. */
export class Html {
  constructor(public markup: string) {}

  toString(): string {
    return this.markup
  }
}

/** A provider's tag that can be given words for whom the provider knows nothing of. */
export class MergeValue extends Html {
  constructor(
    markup: string,
    readonly withFallback: (words: string) => string,
  ) {
    super(markup)
  }
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A value as it may stand in HTML text and in quoted attributes; `Html` stays as it is. */
export function escapeHtml(value: unknown): string {
  if (value instanceof Html) return value.markup
  if (value === null || value === undefined) return ''
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

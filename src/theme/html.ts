/** HTML that templates print as it is; all other values are escaped. */
export class Html {
  constructor(public markup: string) {}

  toString(): string {
    return this.markup
  }
}

/** A provider's merge tag that accepts a fallback text for recipients without a value. */
export class MergeValue extends Html {
  constructor(
    markup: string,
    readonly withFallback: (text: string) => string,
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

/** Escapes a value for HTML text and quoted attributes; `Html` is returned as it is. */
export function escapeHtml(value: unknown): string {
  if (value instanceof Html) return value.markup
  if (value === null || value === undefined) return ''
  return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

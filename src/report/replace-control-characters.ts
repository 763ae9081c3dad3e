/**
 * Replaces control characters, which could move the cursor or recolour the terminal, by their pictures (U+2400 and
 * following), and those that turn the reading direction round by U+FFFD. The text keeps its length in UTF-16 units,
 * and tabs stay.
 */
export function replaceControlCharacters(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (control) => {
    const code = control.charCodeAt(0)
    if (control === '\t') return control
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '\u2421' : '\ufffd'
  })
}

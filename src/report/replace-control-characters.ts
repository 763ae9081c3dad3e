/**
 * Replaces control characters, which could move the cursor or recolour the terminal, with their symbols (U+2400 and
 * following), and bidirectional controls with U+FFFD. The length in UTF-16 units does not change, and tabs stay.
 */
export function replaceControlCharacters(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (control) => {
    const code = control.charCodeAt(0)
    if (control === '\t') return control
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '\u2421' : '\ufffd'
  })
}

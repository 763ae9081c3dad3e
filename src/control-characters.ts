/**
 * Whether a text has characters that no name and no sentence needs: control characters besides tabs and line ends (Unicode's
 * category Cc), and overrides of the text's direction, which show a name or an address backwards (UTR 36, section 3.5).
 */
export function hasControlCharacter(text: string): boolean {
  return /[\u202d\u202e]|(?![\t\n\r])\p{Cc}/u.test(text)
}

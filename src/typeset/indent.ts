/**
 * Puts a prefix before every line.
 * @param text lines, separated by `\n`
 * @param prefix before every line; before a blank line it loses the spaces at its end
 * @param first another prefix for the first line: a list's marker, say
 */
export function indent(text: string, prefix: string, first: string = prefix): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : prefix) + line).trimEnd())
    .join('\n')
}

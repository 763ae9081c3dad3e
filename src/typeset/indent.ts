/**
 * Prefixes every line.
 * @param text lines, separated by `\n`
 * @param prefix for every line; trailing spaces of a blank line are removed
 * @param first a different prefix for the first line, such as a list marker
 */
export function indent(text: string, prefix: string, first: string = prefix): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : prefix) + line).trimEnd())
    .join('\n')
}

/**
 * Splits tags that are written as one text: at semicolons (Pelican), else at commas, else at spaces (Jekyll, Obsidian). The
 * `#` of Obsidian is no part of a tag.
 */
export function splitTags(text: string): string[] {
  const separator = text.includes(';') ? ';' : text.includes(',') ? ',' : /\s+/
  return text
    .split(separator)
    .map((tag) => tag.trim().replace(/^#/, ''))
    .filter((tag) => tag !== '')
}

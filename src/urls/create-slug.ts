/** Creates a slug from a file's name: characters that a slug cannot contain become `-`, and it has no dot at its end. */
export function createSlug(stem: string): string {
  const slug = stem
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|[-.]+$/gu, '')
  return slug === '' ? 'issue' : slug
}

import { token } from '../private-use.ts'

/**
 * Resolves the words of a poll's question or option for all readers, on vote pages and in results: a merge tag is
 * replaced by its fallback. A tag without one is removed together with the space or comma before it.
 * @param words merge tags as tokens
 * @param restore replaces tokens by words for all readers
 */
export function resolveSharedWords(words: string, restore: (text: string) => string): string {
  const filled = words.replace(gapAndToken, (whole, gap: string) => {
    const fallback = restore(whole.slice(gap.length))
    return fallback === '' ? '' : gap + fallback
  })
  return restore(filled)
    .replace(/^[\s,،、，]+|\s+$/g, '')
    .replace(/\s+/g, ' ')
}

const gapAndToken = new RegExp(`([,،、，]?\\s*)(?:${token.source})`, 'g')

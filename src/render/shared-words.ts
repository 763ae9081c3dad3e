import { token } from '../private-use.ts'

/**
 * The words of a poll's question or option as all readers share them, on a page and in the results: a merge tag stands
 * for nobody there, so that its fallback is in its place, or nothing, without the gap that it would leave.
 * @param words merge tags as tokens
 * @param restore puts the words in the place of a tag
 */
export function resolveSharedWords(words: string, restore: (text: string) => string): string {
  const mended = words.replace(gapAndToken, (whole, gap: string) => {
    const own = restore(whole.slice(gap.length))
    return own === '' ? '' : gap + own
  })
  return restore(mended)
    .replace(/^[\s,،、，]+|\s+$/g, '')
    .replace(/\s+/g, ' ')
}

const gapAndToken = new RegExp(`([,،、，]?\\s*)(?:${token.source})`, 'g')

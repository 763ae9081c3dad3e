/** Creates a segmenter of a language's words; the tag may be one that an author has misspelt. */
export function createWordSegmenter(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}

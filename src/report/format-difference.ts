import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'

/** A text with its name in a difference. */
export interface NamedText {
  name: string
  text: string
}

/**
 * Formats how one text differs from another, as a unified diff.
 * @returns an empty text when the two are the same
 */
export function formatDifference(before: NamedText, after: NamedText): string {
  if (before.text === after.text) return ''
  return createTwoFilesPatch(before.name, after.name, before.text, after.text, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  })
}

import { removePrivateUse } from '../../private-use.ts'
import { displayWidth, isNarrow } from '../../typeset/display-width.ts'
import { segmentText } from '../../typeset/segment-text.ts'

/** Created once, when it is first needed, since that takes long. */
let segmenter: Intl.Segmenter | undefined

/** The width of a text in an inbox. */
export interface InboxWidth {
  /** In average Latin letters: an ideograph or an emoji is as wide as two. */
  letters: number
  /** The width in words: `81 characters`, `45 characters, as wide as 90 letters`. */
  words: string
}

/**
 * Measures the width of a text, such as the subject, in an inbox. Merge tags count as nothing, since their values are not
 * known.
 * @param line merge tags as private-use characters, as in the context's `matter`
 */
export function measureInboxWidth(line: string): InboxWidth {
  const text = removePrivateUse(line)
  const letters = displayWidth(text)
  const characters = isNarrow(text) ? text.length : countGraphemes(text)
  const words = `${characters} characters`
  // A few emoji make no difference worth a second number.
  return { letters, words: letters > characters + 5 ? `${words}, as wide as ${letters} letters` : words }
}

function countGraphemes(text: string): number {
  segmenter ??= new Intl.Segmenter('en')
  return [...segmentText(text, segmenter)].length
}

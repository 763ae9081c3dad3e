import { removePrivateUse } from '../../private-use.ts'
import { displayWidth } from '../../typeset/display-width.ts'

/** How much of an inbox line a text takes. */
export interface InboxWidth {
  /** In average Latin letters: an ideograph or an emoji is as wide as two. */
  letters: number
  /** The width in words: `81 characters`, `45 characters, as wide as 90 letters`. */
  words: string
}

/** The width of a text as readers see it; nothing is known of what a merge tag will say, so that it counts for nothing. */
export function measureInboxWidth(written: string): InboxWidth {
  const text = removePrivateUse(written)
  const letters = displayWidth(text)
  const characters = [...new Intl.Segmenter('en').segment(text)].length
  const words = `${characters} characters`
  // A handful of emoji is not worth a second number.
  return { letters, words: letters > characters + 5 ? `${words}, as wide as ${letters} letters` : words }
}

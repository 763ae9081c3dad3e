import { countIssueWords, estimateMinutes } from '../checks/readers/reading-time.ts'
import type { Rendered } from '../render/render.ts'

/** What an overview shows of an email besides its subject. */
export interface EmailFacts {
  preheader: string
  /** The size of the HTML, in bytes of UTF-8. */
  htmlBytes: number
  words: number
  /** How long reading takes. */
  minutes: number
  images: number
  links: number
}

/** Measures a rendered email. */
export function measureEmail({ email, issue, images, links }: Rendered): EmailFacts {
  const words = countIssueWords(issue.tree)
  return {
    preheader: email.preheader,
    htmlBytes: Buffer.byteLength(email.html),
    words,
    minutes: estimateMinutes(words),
    images: images.length,
    links: links.length,
  }
}

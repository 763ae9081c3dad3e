import type { MessageRecord } from '../diagnostics/message-records.ts'
import type { LinkRecord } from '../types.ts'

/** A picture that an email shows. */
export interface ImageRecord {
  /** Relative to the newsletter's folder, with `/`. */
  source: string
  bytes: number
  sha256: string
}

/** What two states of an issue are compared by: its email for the first target, as plain data. */
export interface IssueSnapshot {
  /** The Markdown's path, relative to the newsletter's folder, with `/`. */
  source: string
  slug: string
  draft: boolean
  /** A BCP 47 language tag. */
  lang: string
  subject: string
  preheader: string
  /** The whole Markdown file. */
  markdown: string
  /** Both are empty for an issue that could not be rendered. */
  html: string
  text: string
  words: number
  /** Sorted by path. */
  images: ImageRecord[]
  links: LinkRecord[]
  /** The messages on its file. */
  messages: MessageRecord[]
}

/** One state of a newsletter. */
export interface NewsletterSnapshot {
  issues: IssueSnapshot[]
  /** The messages on all other files: templates, the config and what is beside it. */
  messages: MessageRecord[]
}

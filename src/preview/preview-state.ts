/**
 * What the preview shows: the newsletter as the last build left it. Data only, so that what builds and what serves
 * need not know each other.
 */

import type { MessageRecord } from '../diagnostics/message-records.ts'
import type { CreatedFile } from '../render/output-file.ts'
import type { Address, Direction } from '../types.ts'

export interface PreviewState {
  /** The newsletter's name; empty when it has none. */
  newsletter: string
  /** The newest first. */
  issues: PreviewIssue[]
  /** What was found, in issues, templates and the config. */
  messages: PreviewMessage[]
  /** True while a build is under way. */
  building: boolean
}

/** A message, and whether its file can be shown and opened: what ships with Issuepress cannot. */
export interface PreviewMessage extends MessageRecord {
  /** The lines around it with a caret, as the terminal shows them; empty when it has no place. */
  frame: string
}

export interface PreviewIssue {
  /** The Markdown's path, relative to the newsletter's folder, with `/`. It is the issue's name in the preview. */
  source: string
  slug: string
  draft: boolean
  /**
   * `ready` to send; `warnings`; `errors`: it was rendered, but errors keep it from being written; `broken`: it cannot
   * be rendered as it is, and `email` is the last one that could.
   */
  state: 'ready' | 'warnings' | 'errors' | 'broken'
  /** Nothing when it never could be rendered. */
  email: PreviewEmail | null
  /** The first line of the Markdown that differs from the build before; nothing at first. */
  changedLine: number | null
}

/** One rendered email. */
export interface PreviewEmail {
  /** Another one for every other content, so that a page can tell whether it shows the newest. */
  version: string
  subject: string
  preheader: string
  from: Address | null
  /** ISO 8601, as written. */
  date: string | null
  lang: string
  dir: Direction
  /** The HTML with a `data-at` on every element that was written by somebody: see `locateElements`. */
  located: string
  /** The files for the first target, and those that the issue has once, as they are (or would be) written. */
  files: CreatedFile[]
  /** The Markdown file that it was made of, whole. */
  markdown: string
}

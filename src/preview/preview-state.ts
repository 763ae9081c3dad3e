/**
 * The state of the preview: the newsletter after the last build. Data only, so that the build and the server do not
 * depend on each other.
 */

import type { MessageRecord } from '../diagnostics/message-records.ts'
import type { CreatedFile } from '../render/output-file.ts'
import type { Address, Direction } from '../types.ts'

export interface PreviewState {
  /** The newsletter's name; empty when it has none. */
  newsletter: string
  /** The addresses that tests are sent to. */
  testAddresses: string[]
  /** Newest first. */
  issues: PreviewIssue[]
  /** The messages of issues, templates and the config. */
  messages: PreviewMessage[]
  /** True while a build is under way. */
  building: boolean
}

/** A message with its code frame. */
export interface PreviewMessage extends MessageRecord {
  /** The code frame, as on the terminal; empty without a position. */
  frame: string
}

export interface PreviewIssue {
  /** The Markdown's path, relative to the newsletter's folder, with `/`. It identifies the issue in the preview. */
  source: string
  slug: string
  draft: boolean
  /**
   * `ready` to send; `warnings`; `errors`: it was rendered, but errors keep it from being written; `broken`: it cannot
   * be rendered now, and `email` is the last version that could be.
   */
  state: 'ready' | 'warnings' | 'errors' | 'broken'
  /** `null` when the issue could never be rendered, or was restored from the cache. */
  email: PreviewEmail | null
  /** What is known of an issue that was restored from the cache, and is rendered once a page shows it; `null` for others. */
  restored: { subject: string; date: string | null } | null
  /** The first line of the Markdown that differs from the build before; `null` at first. */
  changedLine: number | null
}

/** One rendered email. */
export interface PreviewEmail {
  /** A hash of the content, by which a page knows whether it shows the newest version. */
  version: string
  subject: string
  preheader: string
  from: Address | null
  /** ISO 8601, as written. */
  date: string | null
  lang: string
  dir: Direction
  /** The HTML with `data-at` on each element that has a source position: see `locateElements`. */
  located: string
  /** Returns the email with its merge tags replaced by sample values. */
  readSample(): { located: string; text: string }
  /** The target that the email is for: the first one. */
  target: string
  /** The files of all targets, and those that they share, as they are (or would be) written. */
  files: CreatedFile[]
  /** The whole Markdown file that it was rendered from. */
  markdown: string
}

/** The files of the target that the email is for, and those that all targets share. */
export function listOwnFiles({ files, target }: PreviewEmail): CreatedFile[] {
  return files.filter((file) => file.target === undefined || file.target === target)
}

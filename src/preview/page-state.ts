/** What the page gets over the wire: the preview's state without what is heavy, which it asks for when it shows it. */
import type { PreviewEmail, PreviewIssue, PreviewMessage, PreviewState } from './preview-state.ts'
import type { ClientFamily } from './view/client-menu.ts'
import type { LossSummary, Place } from './view/summarize-losses.ts'

export interface PageState extends Pick<PreviewState, 'newsletter'> {
  issues: PageIssue[]
  messages: PageMessage[]
}

export interface PageIssue extends Omit<PreviewIssue, 'email'> {
  email: PageEmail | null
  /** Whether the email is of the Markdown as it is now. */
  current: boolean
}

export interface PageEmail extends Omit<PreviewEmail, 'located' | 'files' | 'markdown'> {
  /** The outputs that give one file, by their names: what it is called below the email's address, and its size. */
  downloads: Record<string, { name: string; bytes: number }>
}

export interface PageMessage extends PreviewMessage {
  /** Whether its file can be shown and opened: what ships with Issuepress cannot. */
  known: boolean
}

/** The mail clients that an email can be shown as. */
export interface ClientMenu {
  /** The day of caniemail's data: `2026-05-13`. */
  date: string
  families: ClientFamily[]
}

/** What the editor is asked to open. */
export interface OpenRequest {
  file: string
  line: number | null
  column: number | null
}

export type { LossSummary as Taken, Place }

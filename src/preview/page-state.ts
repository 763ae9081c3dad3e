/** The state that is sent to pages: the preview's state without large data, which pages request when they show it. */
import type { CreatedFile } from '../render/output-file.ts'
import type { HeaderField, MessagePart, ParsedMessage } from './parse-message.ts'
import type { PreviewEmail, PreviewIssue, PreviewMessage, PreviewState } from './preview-state.ts'
import type { ClientFamily } from './view/client-menu.ts'
import type { DarkMode } from './view/dark-mode.ts'
import type { LossSummary, Place } from './view/summarize-losses.ts'

export interface PageState extends Pick<PreviewState, 'newsletter' | 'testAddresses'> {
  issues: PageIssue[]
  messages: PageMessage[]
}

export interface PageIssue extends Omit<PreviewIssue, 'email'> {
  email: PageEmail | null
  /** Whether the email was rendered from the current Markdown. */
  isCurrent: boolean
}

export interface PageEmail extends Omit<PreviewEmail, 'located' | 'readSample' | 'files' | 'markdown'> {
  /** The outputs that create one file, by name: the file's name below the email's URL, and its size. */
  downloads: Record<string, { name: string; bytes: number }>
  /** All files of the issue. */
  sent: SentFile[]
}

export interface PageMessage extends PreviewMessage {
  /** Whether its file can be shown and opened; files shipped with Issuepress cannot. */
  canOpen: boolean
}

/** A file of an issue as it is written, at `sent/<path>` below the email's URL. */
export interface SentFile extends Pick<CreatedFile, 'output' | 'path'> {
  /** `null` for a file that all targets share. */
  target: string | null
  bytes: number
}

/** The mail clients that can be simulated. */
export interface ClientMenu {
  /** The date of caniemail's data: `2026-05-13`. */
  date: string
  families: ClientFamily[]
}

/** A request to open a file in the editor. */
export interface OpenRequest {
  file: string
  line: number | null
  column: number | null
}

export type { DarkMode, HeaderField, LossSummary, MessagePart, ParsedMessage, Place }

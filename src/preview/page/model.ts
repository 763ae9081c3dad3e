import type { PageEmail, PageIssue, PageState, Taken } from '../page-state.ts'
import type { ViewSettings } from './view-settings.ts'

/** All that the page shows. */
export interface Model {
  /** Nothing before the first word from `issue watch`. */
  state: PageState | undefined
  isBuilding: boolean
  /** The issue on screen. */
  chosen: PageIssue | undefined
  settings: ViewSettings
  /** What the chosen client's view took away. */
  taken: Taken[]
}

/** An issue that could be rendered at least once. */
export type RenderedIssue = PageIssue & { email: PageEmail }

export function isRendered(issue: PageIssue | undefined): issue is RenderedIssue {
  return issue !== undefined && issue.email !== null
}

/** Where the server has an issue's email and what belongs to it. */
export function emailAddress({ source }: PageIssue, name: string): string {
  return `email/${encodeURIComponent(source)}/${name}`
}

/** The file that an output gives of an issue: its address and its size in bytes; nothing when it gives none. */
export function findDownload(
  issue: RenderedIssue,
  output: string,
): { address: string; bytes: number } | undefined {
  const download = issue.email.downloads[output]
  return download && { address: emailAddress(issue, download.name), bytes: download.bytes }
}

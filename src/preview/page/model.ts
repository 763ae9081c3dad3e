import type { LossSummary, PageEmail, PageIssue, PageState } from '../page-state.ts'
import type { ViewSettings } from './view-settings.ts'

/** The data of the page. */
export interface Model {
  /** `undefined` before the first event of `issue watch`. */
  state: PageState | undefined
  isBuilding: boolean
  /** The issue on screen. */
  chosen: PageIssue | undefined
  settings: ViewSettings
  /** Whether the panel is open. */
  isPanelOpen: boolean
  /** What the view of the chosen client removed. */
  removed: LossSummary[]
}

/** An issue that could be rendered at least once. */
export type RenderedIssue = PageIssue & { email: PageEmail }

export function isRendered(issue: PageIssue | undefined): issue is RenderedIssue {
  return issue !== undefined && issue.email !== null
}

/** Creates the URL of a file of an issue's email. */
export function createEmailUrl({ source }: PageIssue, name: string): string {
  return `email/${encodeURIComponent(source)}/${name}`
}

/** Finds the file that an output created for an issue: its URL and its size in bytes. */
export function findDownload(
  issue: RenderedIssue,
  output: string,
): { url: string; bytes: number } | undefined {
  const download = issue.email.downloads[output]
  return download && { url: createEmailUrl(issue, download.name), bytes: download.bytes }
}

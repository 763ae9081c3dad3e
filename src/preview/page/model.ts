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

/** An issue that could be drawn at least once. */
export type RenderedIssue = PageIssue & { email: PageEmail }

export function isRendered(issue: PageIssue | undefined): issue is RenderedIssue {
  return issue !== undefined && issue.email !== null
}

/** Where the server has an issue's email and what belongs to it. */
export function emailAddress({ source }: PageIssue, name: string): string {
  return `email/${encodeURIComponent(source)}/${name}`
}

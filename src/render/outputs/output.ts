import type { OutputFile } from '../output-file.ts'
import type { Rendered } from '../render.ts'
import type { RenderedEmails } from '../render-emails.ts'

type OutputFiles = OutputFile[] | Promise<OutputFile[]>

/** Files that are written for each target, into the folder of the target's email. */
export interface TargetOutput {
  /** What the rest of the tool calls it: small letters and hyphens. */
  name: string
  scope: 'target'
  /**
   * Creates the files of one email. The same email gives the same bytes.
   * @returns an empty list when the email has no such files
   */
  files(email: Rendered): OutputFiles
}

/**
 * Files that are written once for all targets: into the issue's folder (`issue`), or into the out folder (`out`), where
 * their paths must contain the slug to be different for each issue.
 */
export interface IssueOutput {
  /** What the rest of the tool calls it: small letters and hyphens. */
  name: string
  scope: 'issue' | 'out'
  /**
   * Creates the files of one issue. The same issue gives the same bytes.
   * @returns an empty list when the issue has no such files
   */
  files(issue: RenderedEmails): OutputFiles
}

/** A kind of file that is written for an issue. It does not access the disk; files that it no longer creates are removed. */
export type Output = TargetOutput | IssueOutput

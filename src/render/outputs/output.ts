import type { OutputFile } from '../output-file.ts'
import type { Rendered } from '../render.ts'
import type { RenderedEmails } from '../render-emails.ts'

type OutputFiles = OutputFile[] | Promise<OutputFile[]>

/** What is written for each target, into the folder of the target's email. */
export interface TargetOutput {
  /** What the rest of the tool calls it: small letters and hyphens. */
  name: string
  scope: 'target'
  /** @returns none when the email has no such thing; they are the same for the same email */
  files(email: Rendered): OutputFiles
}

/**
 * What is written once, whatever the number of targets: into the issue's folder, or into the out folder itself, where
 * the slug has to be a part of the path: each issue gives files of its own.
 */
export interface IssueOutput {
  /** What the rest of the tool calls it: small letters and hyphens. */
  name: string
  scope: 'issue' | 'out'
  /** @returns none when the issue has no such thing; they are the same for the same issue */
  files(issue: RenderedEmails): OutputFiles
}

/** A kind of files that is written of an issue. It touches no disk; what of it is not there any more is removed. */
export type Output = TargetOutput | IssueOutput

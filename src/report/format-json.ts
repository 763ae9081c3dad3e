import type { RunResult } from '../build.ts'
import { countMessages } from '../diagnostics/count-messages.ts'
import { createMessageRecords, type MessageRecord } from '../diagnostics/message-records.ts'
import type { EmailSizes } from '../render/measure-sizes.ts'

/**
 * What `--reporter json` prints, one object:
 *
 * ```json
 * {
 *   "version": 1,
 *   "issues": [{
 *     "source": "issues/2024-11-28-sora.md", "slug": "2024-11-28-sora", "subject": "…", "date": "2024-11-28",
 *     "sound": true, "written": true,
 *     "files": [{ "path": "2024-11-28-sora/email.html", "bytes": 14210, "sha256": "…" }],
 *     "sizes": { "html": 14210, "text": 5104, "images": 48211 },
 *     "errors": 0, "warnings": 1
 *   }],
 *   "messages": [{
 *     "file": "issues/2024-11-28-sora.md", "line": 3, "column": 1, "endLine": 3, "endColumn": 8,
 *     "severity": "error", "rule": "front-matter", "reason": "…", "note": null, "url": "https://…#front-matter"
 *   }],
 *   "summary": { "outcome": "built", "issues": 1, "written": 1, "leftOut": ["issues/2024-12-05-draft.md"], "errors": 0, "warnings": 1 }
 * }
 * ```
 *
 * Files are relative to the out folder, sources and messages' files to the newsletter's folder. `sizes` is `null` when
 * the issue was not written. Lines and columns count from 1, columns in UTF-16 units; they are `null` when a message
 * has no position. `severity` is `error`, `warning` or `info`; `outcome` is `built`, `failed`, `misconfigured` or `interrupted`.
 * A check writes nothing: its `outcome` is `passed` instead of `built`, and no issue is `written`. An issue is `sound` when
 * nothing in its file or its template keeps it from being sent.
 */
export interface BuildReport {
  version: 1
  issues: IssueReport[]
  messages: MessageRecord[]
  summary: {
    outcome: RunResult['outcome']
    issues: number
    written: number
    leftOut: string[]
    errors: number
    warnings: number
  }
}

export interface IssueReport {
  source: string
  slug: string
  subject: string
  date: string | null
  sound: boolean
  written: boolean
  files: { path: string; bytes: number; sha256: string }[]
  sizes: EmailSizes | null
  errors: number
  warnings: number
}

/** Formats the report of a build or a check as JSON, with a line break at its end. */
export function formatJson(result: RunResult): string {
  const issues = result.issues.map(({ messages, sizes, facts, files, passes, ...issue }) => ({
    ...issue,
    sound: passes,
    written: sizes !== null,
    files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    sizes,
    ...messages,
  }))
  const report: BuildReport = {
    version: 1,
    issues,
    messages: createMessageRecords(result.files),
    summary: {
      outcome: result.outcome,
      issues: issues.length,
      written: issues.filter(({ written }) => written).length,
      leftOut: result.skippedDrafts,
      ...countMessages(result.files),
    },
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

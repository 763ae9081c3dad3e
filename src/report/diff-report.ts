import type { IssueComparison } from '../compare/compare-issues.ts'
import type { ProblemComparison } from '../compare/compare-lists.ts'

/**
 * What `issue diff --reporter json` prints, one object:
 *
 * ```json
 * {
 *   "version": 1, "ref": "main", "commit": "3f2a…", "target": "kit", "unchanged": 39,
 *   "issues": [{
 *     "status": "changed", "source": "issues/2024-11-28-sora.md", "previousSource": null,
 *     "before": {
 *       "slug": "2024-11-28-sora", "draft": false, "subject": "…", "preheader": "…", "htmlBytes": 14210,
 *       "words": 812, "minutes": 4, "images": 1, "links": 9, "errors": 0, "warnings": 1
 *     },
 *     "after": { "…": "the same keys" },
 *     "changes": ["subject", "text", "html"],
 *     "images": { "added": [{ "source": "issues/images/leak.png", "bytes": 48211, "sha256": "…" }], "removed": [], "changed": [] },
 *     "links": { "added": [{ "url": "https://…", "text": "…" }], "removed": [] },
 *     "problems": { "added": [{ "file": "…", "line": 3, "…": "as in the report of a build" }], "solved": [], "remaining": [] },
 *     "text": [{ "section": "The leak", "parts": [{ "kind": "same", "text": "It was " }, { "kind": "added", "text": "not " }] }]
 *   }],
 *   "problems": { "added": [], "solved": [], "remaining": [] },
 *   "notes": []
 * }
 * ```
 *
 * `status` is `added`, `removed`, `renamed` or `changed`; `before` is `null` for an added issue and `after` for a removed one.
 * `problems` of the newsletter are those on templates and the config. Sizes are in bytes. `notes` say, in sentences, what the
 * comparison lacks.
 */
export interface DiffReport {
  version: 1
  /** As typed. */
  ref: string
  /** The commit's id. */
  commit: string
  /** The target whose email is compared; the first one. */
  target: string
  /** The issues that differ, by path. */
  issues: IssueComparison[]
  /** How many issues do not differ. */
  unchanged: number
  problems: ProblemComparison
  notes: string[]
}

/** Formats a comparison as JSON, with a line break at its end. */
export function formatDiffJson(report: DiffReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

import { formatOtherLines } from '../diagnostics/other-lines.ts'
import { reportFinding } from '../diagnostics/report.ts'
import { formatRuleUrl } from '../diagnostics/rule-url.ts'
import type { At, Check, CheckContext, Finding, Origin } from './check.ts'
import type { EnabledCheck } from './enabled-checks.ts'
import { createFollowsTest } from './follows-front-matter.ts'
import { parseSwitches } from './switches.ts'

export interface CheckCounts {
  errors: number
  warnings: number
}

/**
 * Validates an email with the checks. Each finding becomes a message on the file that caused it, with rule, severity,
 * note and link. Findings that a comment in the Markdown switches off are dropped, and those that only follow from
 * unreadable front matter.
 * @returns the number of findings. A finding on a template counts for every issue, while its message is added only once
 */
export function runChecks(context: CheckContext, enabled: readonly EnabledCheck[]): CheckCounts {
  const counts: CheckCounts = { errors: 0, warnings: 0 }
  const isOff = parseSwitches(context.tree, String(context.file))
  const follows = createFollowsTest(context)
  for (const { check, level, options, shipped } of enabled) {
    const groups: Group[] = []
    const byCause = new Map<string, Group>()
    const collect = (reason: string, finding: Finding = {}): void => {
      const origin = resolveOrigin(finding.at, context)
      const isOwn = origin.file === context.file
      const line = origin.position?.start.line
      if (follows(origin) || (isOwn && isOff(check.name, line))) return
      // A template's messages are added once for all issues, so that their reasons must not depend on the issue.
      const { cause } = isOwn ? finding : {}
      const known = cause === undefined ? undefined : byCause.get(cause)
      if (known) return void known.lines.push(line ?? 1)
      const group = { reason, finding, origin, lines: [line ?? 1] }
      groups.push(group)
      if (cause !== undefined) byCause.set(cause, group)
    }
    runGuarded(check, () => check.run(context, collect, options), context, counts)
    for (const { reason, finding, origin, lines } of groups) {
      const severity = level === 'warning' ? 'warning' : (finding.level ?? level)
      counts[severity === 'error' ? 'errors' : 'warnings'] += 1
      reportFinding(origin.file, reason + formatOtherLines(lines), {
        ruleId: check.name,
        place: origin.position,
        note: finding.note ?? check.note,
        severity,
        url: shipped ? formatRuleUrl(check.name) : undefined,
      })
    }
  }
  return counts
}

/** Findings that become one message: all of the same cause, or a single one. */
interface Group {
  reason: string
  finding: Finding
  origin: Origin
  /** The lines of all of them. */
  lines: number[]
}

/** Reports a custom check that throws or is asynchronous, so that the other checks still run. */
function runGuarded(check: Check, run: () => unknown, { file }: CheckContext, counts: CheckCounts): void {
  try {
    const done = run()
    if (!(done instanceof Promise)) return
    done.catch(() => undefined)
    throw new TypeError('it is asynchronous')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    reportFinding(file, `Cannot run the check \`${check.name}\`: ${reason}`, { ruleId: check.name })
    counts.errors += 1
  }
}

function resolveOrigin(at: At, context: CheckContext): Origin {
  if (!at) return { file: context.file }
  if ('file' in at) return at
  // The type is tested first, since a list node has a `start`, as a position has.
  if ('type' in at) {
    return at.type === 'element' ? context.originOf(at) : { file: context.file, position: at.position }
  }
  return { file: context.file, position: at }
}

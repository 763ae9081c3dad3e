import { reportFinding } from '../diagnostics/report.ts'
import { formatRuleUrl } from '../diagnostics/rule-url.ts'
import type { At, Check, CheckContext, Finding, Origin } from './check.ts'
import type { EnabledCheck } from './enabled-checks.ts'
import { parseSwitches } from './switches.ts'

export interface CheckCounts {
  errors: number
  warnings: number
}

/**
 * Holds an email against the checks. Each finding becomes a message on the file that caused it, with rule, severity,
 * note and link stamped on; one that the Markdown switches off is dropped.
 * @returns how many findings there were; one on a template counts for every issue, while its message is there once
 */
export function runChecks(context: CheckContext, enabled: readonly EnabledCheck[]): CheckCounts {
  const verdict: CheckCounts = { errors: 0, warnings: 0 }
  const isOff = parseSwitches(context.tree, String(context.file))
  for (const { check, level, options, shipped } of enabled) {
    const reportAt = (reason: string, { at, note, level: own }: Finding = {}) => {
      const { file, position } = resolveOrigin(at, context)
      if (file === context.file && isOff(check.name, position?.start.line)) return
      const severity = level === 'warning' ? 'warning' : (own ?? level)
      verdict[severity === 'error' ? 'errors' : 'warnings'] += 1
      reportFinding(file, reason, {
        ruleId: check.name,
        place: position,
        note: note ?? check.note,
        severity,
        url: shipped ? formatRuleUrl(check.name) : undefined,
      })
    }
    runGuarded(check, () => check.run(context, reportAt, options), context, verdict)
  }
  return verdict
}

/** A custom check may throw, or be asynchronous; that costs its findings, and no more. */
function runGuarded(check: Check, run: () => unknown, { file }: CheckContext, verdict: CheckCounts): void {
  try {
    const done = run()
    if (!(done instanceof Promise)) return
    done.catch(() => undefined)
    throw new TypeError('it is asynchronous')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    reportFinding(file, `Cannot run the check \`${check.name}\`: ${reason}`, { ruleId: check.name })
    verdict.errors += 1
  }
}

function resolveOrigin(at: At, context: CheckContext): Origin {
  if (!at) return { file: context.file }
  if ('file' in at) return at
  // A list's node has a `start` of its own, so that the type is looked at first.
  if ('type' in at) {
    return at.type === 'element' ? context.originOf(at) : { file: context.file, position: at.position }
  }
  return { file: context.file, position: at }
}

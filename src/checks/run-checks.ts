import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { report } from '../diagnostics/report.ts'
import type { At, Check, CheckContext, Finding, Origin } from './check.ts'
import type { EnabledCheck } from './enabled-checks.ts'
import { parseSwitches } from './switches.ts'

/** Where the README explains a check. */
export const home = 'https://www.npmjs.com/package/issuepress'

export interface CheckCounts {
  errors: number
  warnings: number
}

/**
 * Holds an email against the checks. Each finding becomes a message on the file that caused it, with rule, severity,
 * note and link stamped on; one that the Markdown switches off is dropped.
 * @returns how many findings there were; one on a template counts for every issue, while its message is there once
 */
export function runChecks(subject: CheckContext, enabled: readonly EnabledCheck[]): CheckCounts {
  const verdict: CheckCounts = { errors: 0, warnings: 0 }
  const isOff = parseSwitches(subject.tree, String(subject.file))
  const isNew = toNews()
  for (const { check, level, options, shipped } of enabled) {
    const reportFinding = (reason: string, { at, note, level: own }: Finding = {}) => {
      const { file, position } = toOrigin(at, subject)
      const { line, column } = position?.start ?? {}
      if (file === subject.file && isOff(check.name, line)) return
      const severity = level === 'warning' ? 'warning' : (own ?? level)
      verdict[severity === 'error' ? 'errors' : 'warnings'] += 1
      // A template's messages from earlier issues say what was written by now.
      if (!isNew(file, [check.name, subject.restore(reason), line, column])) return
      const message = report(file, reason, {
        ruleId: check.name,
        place: position,
        note: note ?? check.note,
        severity,
      })
      if (shipped) message.url = `${home}#${check.name}`
    }
    runGuarded(check, () => check.run(subject, reportFinding, options), subject, verdict)
  }
  return verdict
}

/** Tells of a finding, once, whether its file has it from an earlier issue or an earlier report. */
function toNews(): (file: VFile, finding: unknown[]) => boolean {
  const known = new Map<VFile, Set<string>>()
  return (file, finding) => {
    const old = known.get(file) ?? new Set(file.messages.map(toKey))
    known.set(file, old)
    const key = JSON.stringify(finding)
    const isNew = !old.has(key)
    old.add(key)
    return isNew
  }
}

function toKey({ ruleId, reason, line, column }: VFileMessage): string {
  return JSON.stringify([ruleId, reason, line, column])
}

/** A check of the user's own may throw, or be asynchronous; that costs its findings, and no more. */
function runGuarded(check: Check, run: () => unknown, { file }: CheckContext, verdict: CheckCounts): void {
  try {
    const done = run()
    if (!(done instanceof Promise)) return
    done.catch(() => undefined)
    throw new TypeError('it is asynchronous')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    report(file, `Cannot run the check \`${check.name}\`: ${reason}`, { ruleId: check.name })
    verdict.errors += 1
  }
}

function toOrigin(at: At, subject: CheckContext): Origin {
  if (!at) return { file: subject.file }
  if ('file' in at) return at
  // A list's node has a `start` of its own, so that the type is looked at first.
  if ('type' in at) {
    return at.type === 'element' ? subject.originOf(at) : { file: subject.file, position: at.position }
  }
  return { file: subject.file, position: at }
}

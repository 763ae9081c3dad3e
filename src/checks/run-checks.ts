import { complain } from '../messages/complain.ts'
import type { At, Check, Finding, Origin, Subject } from './check.ts'
import { toSwitches } from './switches.ts'
import type { Enabled } from './to-enabled.ts'

/** Where the README explains a check. */
export const home = 'https://www.npmjs.com/package/issuepress'

export interface Verdict {
  errors: number
  warnings: number
}

/**
 * Holds an email against the checks. Each finding becomes a message on the file that caused it, with rule, severity,
 * note and link stamped on; one that the Markdown switches off is dropped.
 * @returns how many findings there were; one on a template counts for every issue, while its message is there once
 */
export function runChecks(subject: Subject, enabled: readonly Enabled[]): Verdict {
  const verdict: Verdict = { errors: 0, warnings: 0 }
  const isOff = toSwitches(subject.tree, String(subject.file))
  for (const { check, level, options, shipped } of enabled) {
    const report = (reason: string, { at, note, level: own }: Finding = {}) => {
      const { file, position } = toOrigin(at, subject)
      const { line, column } = position?.start ?? {}
      if (file === subject.file && isOff(check.name, line)) return
      const severity = level === 'warning' ? 'warning' : (own ?? level)
      verdict[severity === 'error' ? 'errors' : 'warnings'] += 1
      const known = file.messages.some(
        (old) =>
          old.ruleId === check.name && old.reason === reason && old.line === line && old.column === column,
      )
      if (known) return
      const message = complain(file, reason, {
        ruleId: check.name,
        place: position,
        note: note ?? check.note,
        severity,
      })
      if (shipped) message.url = `${home}#${check.name}`
    }
    runGuarded(check, () => check.run(subject, report, options), subject, verdict)
  }
  return verdict
}

/** A check of the user's own may throw, or be asynchronous; that costs its findings, and no more. */
function runGuarded(check: Check, run: () => unknown, { file }: Subject, verdict: Verdict): void {
  try {
    const done = run()
    if (!(done instanceof Promise)) return
    done.catch(() => undefined)
    throw new TypeError('it is asynchronous')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    complain(file, `Cannot run the check \`${check.name}\`: ${reason}`, { ruleId: check.name })
    verdict.errors += 1
  }
}

function toOrigin(at: At, subject: Subject): Origin {
  if (!at) return { file: subject.file }
  if ('file' in at) return at
  // A list's node has a `start` of its own, so that the type is looked at first.
  if ('type' in at) {
    return at.type === 'element' ? subject.originOf(at) : { file: subject.file, position: at.position }
  }
  return { file: subject.file, position: at }
}

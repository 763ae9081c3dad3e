import type { CheckContext } from '../checks/check.ts'
import { createCheckContext } from '../checks/create-check-context.ts'
import { resolveEnabledChecks } from '../checks/enabled-checks.ts'
import { checks } from '../checks/index.ts'
import { type CheckCounts, runChecks } from '../checks/run-checks.ts'
import type { ImageCopy } from '../types.ts'
import type { PreparedIssue } from './prepare-issue.ts'
import type { RenderOptions } from './render-context.ts'

export interface CheckedEmail {
  email: CheckContext['email']
  /** The HTML with marks that tell where each element comes from. */
  marked: string
  images: ImageCopy[]
}

/** Runs the checks on a rendered email; what they find is reported on the issue's file and on the templates'. */
export function checkEmail(
  { issue, tags, placeOf, context }: PreparedIssue,
  checked: CheckedEmail,
  options: RenderOptions,
): CheckCounts {
  const entry = (key: string) => placeOf([key])
  const subject = createCheckContext({
    ...context,
    ...issue,
    ...checked,
    entry,
    restore: tags.restore,
  })
  return runChecks(subject, resolveEnabledChecks(options.checks ?? checks, options.settings.checks))
}

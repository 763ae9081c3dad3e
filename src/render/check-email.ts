import type { CheckContext } from '../checks/check.ts'
import { createCheckContext } from '../checks/create-check-context.ts'
import { resolveEnabledChecks } from '../checks/enabled-checks.ts'
import { imageDark } from '../checks/image-dark.ts'
import { checks } from '../checks/index.ts'
import { type CheckCounts, runChecks } from '../checks/run-checks.ts'
import { measureInks } from '../images/measure-inks.ts'
import type { ImageCopy } from '../types.ts'
import type { PreparedIssue } from './prepare-issue.ts'
import type { RenderOptions } from './render-context.ts'

export interface CheckedEmail {
  email: CheckContext['email']
  /** The HTML with source markers (`theme/source-markers.ts`). */
  marked: string
  images: ImageCopy[]
}

/** Runs the checks on a rendered email. Findings are reported on the file of the issue and on those of its template. */
export async function checkEmail(
  { issue, tags, placeOf, context }: PreparedIssue,
  checked: CheckedEmail,
  options: RenderOptions,
): Promise<CheckCounts> {
  const enabled = resolveEnabledChecks(options.checks ?? checks, options.settings.checks)
  // Parsing the document takes longer than most checks.
  if (enabled.length === 0) return { errors: 0, warnings: 0 }
  if (enabled.some(({ check }) => check === imageDark)) await measureInks(checked.images)
  const checkContext = createCheckContext({
    ...context,
    ...issue,
    ...checked,
    entry: (key) => placeOf([key]),
    restore: tags.restore,
  })
  return runChecks(checkContext, enabled)
}

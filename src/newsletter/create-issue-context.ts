import { outputs } from '../render/outputs/index.ts'
import type { IssueContext } from './build-issue.ts'
import { createRenderOptions } from './create-render-options.ts'
import { listChecks } from './list-checks.ts'
import type { Newsletter } from './load-newsletter.ts'

/**
 * Creates the context that all issues of one run share.
 * @param options.out the out folder, absolute; without it nothing is written
 */
export function createIssueContext(
  newsletter: Newsletter,
  { root, out, strict = false }: { root: string; out?: string | undefined; strict?: boolean | undefined },
): IssueContext {
  return {
    newsletter,
    root,
    out,
    strict,
    checkNames: listChecks(newsletter.settings).map(({ check }) => check.name),
    renderOptions: createRenderOptions(newsletter, root),
    outputs,
  }
}

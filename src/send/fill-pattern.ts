import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import { resolveDialects } from '../targets/resolve-target.ts'
import type { Target } from '../targets/target.ts'

/** Handlebars' escape for braces that do not begin a tag. */
export const escapedBraces = '\\{{'

/**
 * Creates the pattern of what a target may replace in a finished email: the tags that authors write, and also strings
 * in braces, with any quotation marks or backticks. Global.
 */
export function createFillPattern(target: Target | undefined): RegExp {
  const { source, flags } = createTagPattern(resolveDialects(target))
  const string = /\{\{-?\s*(?:"[^"\n]*"|'[^'\n]*'|`[^`\n]*`)\s*-?\}\}/.source
  return new RegExp(`\\\\\\{\\{|${string}|${source}|\\{\\{[^{}\\n]{1,1000}\\}\\}`, flags)
}

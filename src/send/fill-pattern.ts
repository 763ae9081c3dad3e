import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import { resolveDialects } from '../targets/resolve-target.ts'
import type { Target } from '../targets/target.ts'

/** Handlebars' own way to write braces that begin no tag. */
export const escapedBraces = '\\{{'

/**
 * What a target may replace in a finished email: as in what an author writes, but that an email also has strings of
 * braces and of backticks in tags. Global.
 */
export function createFillPattern(target: Target | undefined): RegExp {
  const { source, flags } = createTagPattern(resolveDialects(target))
  const string = /\{\{-?\s*(?:"[^"\n]*"|'[^'\n]*'|`[^`\n]*`)\s*-?\}\}/.source
  return new RegExp(`\\\\\\{\\{|${string}|${source}|\\{\\{[^{}\\n]{1,1000}\\}\\}`, flags)
}

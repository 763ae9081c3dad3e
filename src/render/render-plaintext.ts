import { report } from '../diagnostics/report.ts'
import { renderText } from '../text/render-text.ts'
import { TemplateError } from '../theme/engine.ts'
import { resolveLink } from '../urls/resolve-link.ts'
import type { PreparedIssue } from './prepare-issue.ts'

/**
 * Renders the plaintext of an email. A mistake in a template is reported.
 * @returns the text with merge tags as tokens; empty after a mistake
 */
export function renderPlaintext({ issue, context, variables, tagLink }: PreparedIssue): string {
  const { theme, file, links, tags } = context
  const resolve = (href: string): string => {
    const resolved = resolveLink(href, links)
    return 'url' in resolved ? tagLink(resolved.url) : href
  }
  try {
    return renderText(issue, theme, variables, { resolve, literal: tags.protectLiterals })
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    const { diagnostic } = error
    const note = `A plaintext template has a mistake: ${diagnostic.reason} (${diagnostic.file}:${diagnostic.line ?? 1}).`
    report(file, 'Cannot render the plaintext', { ruleId: 'template-fault', note })
    return ''
  }
}

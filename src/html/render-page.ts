import type { VFile } from 'vfile'
import type { CompiledStyleSheet } from '../css/compile-style-sheet.ts'
import { report } from '../diagnostics/report.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import { TemplateError } from '../theme/engine.ts'
import { Html } from '../theme/html.ts'
import { unmark } from '../theme/source-markers.ts'
import type { Theme } from '../theme/theme.ts'

export interface PageContext {
  file: VFile
  theme: Theme
  tags: TagStore
  /** The variables that all templates share. */
  variables: Record<string, unknown>
  output: 'email' | 'web'
}

/**
 * Renders the layout around an issue's content.
 * @param markup the content
 * @param css the style sheet, whose rules for `<style>` the layout prints
 * @returns the whole document; only the content when the layout has a mistake, which is then reported
 */
export function renderPage(markup: string, css: CompiledStyleSheet, context: PageContext): string {
  const variables = {
    ...context.variables,
    content: new Html(markup),
    head_css: new Html(css.head),
    dark_css: new Html(css.dark),
    output: context.output,
  }
  try {
    const page = context.theme.render('layout.html', variables)
    if (!page.includes(markup)) reportMissingContent(context)
    return context.tags.protectMarkup(page, unmark)
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    const { diagnostic } = error
    report(context.file, `Cannot render the template \`${context.theme.name}\``, {
      ruleId: 'template-fault',
      note: `Its layout has a mistake: ${diagnostic.reason} (${diagnostic.file}:${diagnostic.line ?? 1}).`,
    })
    return markup
  }
}

/** An email without its content would be valid HTML, and nothing else would report it. */
function reportMissingContent({ file, theme }: PageContext): void {
  const layout = theme.files.get('layout.html')
  const reason = 'Missing `{{ content }}` in the layout'
  if (layout) {
    report(layout, reason, {
      ruleId: 'template-content',
      note: 'Without it the email has a frame and no issue in it. Write it once, where the issue is to stand.',
    })
  }
  report(file, `Cannot render the template \`${theme.name}\``, {
    ruleId: 'template-fault',
    note: 'Its layout does not print `{{ content }}`, so that the issue would not be in its email.',
  })
}

import { loadCssGrammar } from '../css/css-grammar.ts'
import type { Theme } from '../theme/theme.ts'
import { createTemplateSource, isOwnFile } from './template-source.ts'
import { validateStyles } from './validate-styles.ts'

/**
 * Validates what the newsletter's author has written in templates as what he writes in issues. Mistakes are reported on
 * the templates' files; shipped files are not validated.
 * @param themes the templates that issues use
 */
export async function validateTemplates(themes: readonly Theme[]): Promise<void> {
  for (const theme of themes) {
    const own = [...theme.files].filter(
      ([, file]) => isOwnFile(file) && file.messages.every(({ fatal }) => !fatal),
    )
    if (own.length === 0) continue
    const sources = own.map(([path, file]) => createTemplateSource(path, file))
    const grammar = await loadCssGrammar()
    for (const source of sources.filter(({ path }) => /\.(?:css|html)$/.test(path)))
      validateStyles(source, theme, grammar)
  }
}

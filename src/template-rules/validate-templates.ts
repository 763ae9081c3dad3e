import { loadCssGrammar } from '../css/css-grammar.ts'
import { findLevel } from '../diagnostics/rule-levels.ts'
import type { Settings } from '../settings.ts'
import { resolveDialects, resolveTarget } from '../targets/resolve-target.ts'
import type { Theme } from '../theme/theme.ts'
import { createTemplateSource, isOwnFile, type TemplateSource } from './template-source.ts'
import { validateComments } from './validate-comments.ts'
import { validateMarkup } from './validate-markup.ts'
import { validateMergeTags } from './validate-merge-tags.ts'
import { validateNames } from './validate-names.ts'
import { validatePlaintext } from './validate-plaintext.ts'
import { validateReplacedStyles } from './validate-replaced-styles.ts'
import { collectNames, validateSelectors } from './validate-selectors.ts'
import { validateStyles } from './validate-styles.ts'
import { validateVotePictures } from './validate-vote-pictures.ts'
import { validateDocument, validateWords } from './validate-words.ts'

/**
 * Validates what the newsletter's author has written in templates as what he writes in issues. Mistakes are reported on
 * the templates' files; shipped files are not validated.
 * @param themes the templates that issues use
 * @param options.texts the texts of all issues, in whose HTML there may be classes
 * @param options.settings markers of unfinished text are reported at the level of the check `word-leftover`, and comments of
 * the target's language are legal
 */
export async function validateTemplates(
  themes: readonly Theme[],
  { texts, settings }: { texts: readonly string[]; settings: Settings },
): Promise<void> {
  const leftovers = findLevel(settings.checks['word-leftover']) ?? 'error'
  const literal = resolveTarget(settings, settings.target)?.literal?.pattern.source
  const isNative = (opening: string) => literal !== undefined && new RegExp(literal).test(opening)
  const dialects = resolveDialects(...settings.targets.map((target) => resolveTarget(settings, target)))
  for (const theme of themes) {
    const own = [...theme.files].filter(
      ([, file]) => isOwnFile(file) && file.messages.every(({ fatal }) => !fatal),
    )
    if (own.length === 0) continue
    const sources = own.map(([path, file]) => createTemplateSource(path, file))
    for (const source of sources) {
      if (leftovers !== 'off') validateWords(source, leftovers)
      validateComments(source, isNative)
      validatePlaintext(source)
      validateDocument(source)
      validateMergeTags(source, dialects)
      validateNames(source)
      validateVotePictures(source, settings.assets.baseUrl !== undefined)
    }
    validateMarkup(createMarkupSources(theme))
    const grammar = await loadCssGrammar()
    for (const source of sources.filter(({ path }) => /\.(?:css|html)$/.test(path)))
      validateStyles(source, theme, grammar)
    validateReplacedStyles(theme, shippedSheets(themes), texts)
    const sheets = sources.filter(({ path }) => path.endsWith('.css'))
    if (sheets.length === 0) continue
    const names = collectNames({
      markup: textsOf(theme, /\.html$/),
      sheets: shippedSheets(themes),
      issues: texts,
    })
    for (const sheet of sheets) validateSelectors(sheet, names)
  }
}

function createMarkupSources({ files }: Theme): Map<string, TemplateSource> {
  const markup = [...files].filter(([path]) => path.endsWith('.html'))
  return new Map(markup.map(([path, file]) => [path, createTemplateSource(path, file)]))
}

function textsOf({ files }: Theme, path: RegExp): string[] {
  return [...files].filter(([name]) => path.test(name)).map(([, file]) => String(file))
}

/** The classes in shipped style sheets are known, those included that rendering adds to elements. */
function shippedSheets(themes: readonly Theme[]): string[] {
  const files = themes.flatMap((theme) => [...theme.files]).filter(([path]) => path.endsWith('.css'))
  return files.map(([, file]) => String(isOwnFile(file) ? (file.data.shipped ?? '') : file))
}

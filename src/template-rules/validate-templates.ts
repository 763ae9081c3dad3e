import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { loadCssGrammar } from '../css/css-grammar.ts'
import { addOnce } from '../diagnostics/once.ts'
import { findLevel } from '../diagnostics/rule-levels.ts'
import { readSeverity, type Severity, setSeverity } from '../diagnostics/severity.ts'
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

/** What validating a template reported on its files, apart from what depends on the issues. */
interface ValidatedTemplate {
  settings: Settings
  found: FoundMessage[]
}

interface FoundMessage {
  file: VFile
  message: VFileMessage
  /** Its severity before the config's level was applied to it. */
  severity: Severity
}

/** A watch loads the same templates again for each build; those that it created anew are validated anew. */
const validated = new WeakMap<Theme, ValidatedTemplate>()

/**
 * Validates what the newsletter's author has written in templates as what he writes in issues. Mistakes are reported on
 * the templates' files; shipped files are not validated. What does not depend on the issues is validated once for each
 * template.
 * @param themes the templates that issues use
 * @param options.texts the texts of all issues, in whose HTML there may be classes
 * @param options.settings markers of unfinished text are reported at the level of the check `word-leftover`, and comments of
 * the target's language are legal
 */
export async function validateTemplates(
  themes: readonly Theme[],
  { texts, settings }: { texts: readonly string[]; settings: Settings },
): Promise<void> {
  for (const theme of themes) {
    const own = [...theme.files].filter(
      ([, file]) => isOwnFile(file) && file.messages.every(({ fatal }) => !fatal),
    )
    if (own.length === 0) continue
    const known = validated.get(theme)
    if (known?.settings === settings) restoreFound(known.found)
    else validated.set(theme, { settings, found: await validateFiles(theme, new Map(own), settings) })
    validateReplacedStyles(theme, shippedSheets(themes), texts)
    const sheets = own.filter(([path]) => path.endsWith('.css'))
    if (sheets.length === 0) continue
    const names = collectNames({
      markup: textsOf(theme, /\.html$/),
      sheets: shippedSheets(themes),
      issues: texts,
    })
    for (const [path, file] of sheets) validateSelectors(createTemplateSource(path, file), names)
  }
}

/**
 * Validates a template's files by themselves.
 * @param own its files that the newsletter's author has written
 * @returns the messages that were added
 */
async function validateFiles(
  theme: Theme,
  own: ReadonlyMap<string, VFile>,
  settings: Settings,
): Promise<ValidatedTemplate['found']> {
  const before = new Map([...theme.files.values()].map((file) => [file, new Set(file.messages)]))
  const leftovers = findLevel(settings.checks['word-leftover']) ?? 'error'
  const literal = resolveTarget(settings, settings.target)?.literal?.pattern.source
  const isNative = (opening: string) => literal !== undefined && new RegExp(literal).test(opening)
  const dialects = resolveDialects(...settings.targets.map((target) => resolveTarget(settings, target)))
  const sources = [...own].map(([path, file]) => createTemplateSource(path, file))
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
  return [...before].flatMap(([file, known]) =>
    file.messages
      .filter((message) => !known.has(message))
      .map((message) => ({ file, message, severity: readSeverity(message) })),
  )
}

/** Puts the messages of an earlier validation on files whose messages were removed since. */
function restoreFound(found: readonly FoundMessage[]): void {
  for (const { file, message, severity } of found) {
    setSeverity(message, severity)
    addOnce(file.messages, message)
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

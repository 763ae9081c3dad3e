import { report } from '../diagnostics/report.ts'
import type { Theme } from '../theme/theme.ts'
import { isOwnFile } from './template-source.ts'
import { listClasses } from './validate-selectors.ts'

/** A few rules that a template lacks may be removed on purpose. */
const MIN_CLASSES = 6

/**
 * Warns of a `style.css` of the newsletter's own without most of the classes that shipped templates use: it was probably
 * meant to be added to the shipped one, and removes the whole look instead.
 * @param shipped the shipped style sheets
 * @param issueTexts the texts of all issues, which show which blocks are used
 */
export function validateReplacedStyles(
  { name, files }: Theme,
  shipped: readonly string[],
  issueTexts: readonly string[],
): void {
  const sheet = files.get('style.css')
  if (!sheet || !isOwnFile(sheet)) return
  const isUsed = (path: string) => {
    const block = /^blocks\/([^/]+)\.html$/.exec(path)?.[1]
    return block === undefined ? path !== 'vote.html' : issueTexts.some((text) => text.includes(`::${block}`))
  }
  const markup = [...files].filter(
    ([path, file]) => path.endsWith('.html') && !isOwnFile(file) && isUsed(path),
  )
  const styled = new Set(
    shipped.flatMap((text) => [...text.matchAll(/\.([a-z][\w-]*)/gi)].map(([, each = '']) => each)),
  )
  const used = [...new Set(listClasses(markup.map(([, file]) => String(file))))].filter((each) =>
    styled.has(each),
  )
  const own = String(sheet)
  const missing = used.filter((each) => !new RegExp(`\\.${each}(?![\\w-])`).test(own))
  if (used.length < MIN_CLASSES || missing.length * 2 <= used.length) return
  const start = sheet.data.shipped
    ? ` To start from the shipped one, run \`issue eject ${name} style.css --force\`.`
    : ''
  const folder = sheet.path.replace(/style\.css$/, '')
  report(
    sheet,
    `Unexpected \`style.css\` without rules for ${missing.length} of ${used.length} classes of the shipped templates`,
    {
      ruleId: 'css-replaced',
      severity: 'warning',
      note: `It replaces the shipped style sheet, and with it the whole look. To add rules to the shipped ones, rename it to \`${folder}extra.css\`.${start}`,
    },
  )
}

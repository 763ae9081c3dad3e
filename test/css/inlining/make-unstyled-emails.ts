import { VFile } from 'vfile'
import { compileStyleSheet } from '../../../src/css/compile-style-sheet.ts'
import type { Theme } from '../../../src/theme/theme.ts'
import { makeEmail, openNewsletter } from '../../browser/make-emails.ts'

export interface UnstyledEmail {
  name: string
  /** The email with all classes and without the styles of the template's style sheet. */
  html: string
  /** The rules of that style sheet which are to be inlined. */
  css: string
}

/** Renders the issues of a newsletter's folder with a template, but does not inline its style sheet. */
export async function makeUnstyledEmails(
  folder: string,
  template: string,
  out: string,
): Promise<UnstyledEmail[]> {
  const newsletter = await openNewsletter(folder, template)
  const { themes, issues } = newsletter
  const unstyled = { names: themes.names, get: (name: string) => removeInlineRules(themes.get(name)) }
  const emails: UnstyledEmail[] = []
  for (const { file } of issues) {
    const { name, html } = await makeEmail(file, { ...newsletter, themes: unstyled }, folder, template, out)
    const theme = themes.get(template)
    const sources = (theme?.styleSheets ?? []).map((sheet) => ({ file: sheet, text: String(sheet) }))
    emails.push({ name, html, css: compileStyleSheet(sources, theme?.tokens ?? {}, html).inline })
  }
  return emails
}

/** A theme whose style sheet has nothing to inline and names the same classes, since a class that it does not name is removed. */
function removeInlineRules(theme: Theme | undefined): Theme | undefined {
  const classes = (theme?.styleSheets ?? []).flatMap((sheet) => String(sheet).match(/\.[a-z][\w-]*/gi) ?? [])
  const value = `@media print { ${[...new Set(classes)].join()} { color: #000 } }`
  return theme && { ...theme, styleSheets: [new VFile({ path: 'style.css', value })] }
}

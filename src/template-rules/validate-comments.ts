import { report } from '../diagnostics/report.ts'
import { scanHtml } from '../parse/scan-html.ts'
import { liquidOutput } from '../private-use.ts'
import type { TemplateSource } from './template-source.ts'

/** Comments of other template languages: Jinja and Twig, ERB, Smarty, Razor. */
const foreignComment = /\{#[\s\S]*?#\}|<%(?:#|--)[\s\S]*?%>|\{\*[\s\S]*?\*\}|@\*[\s\S]*?\*@/g

/**
 * Reports comments of other template languages, which Liquid prints as they are written.
 * @param isNative whether the target's own language has comments such as `{# … #}`, which it removes
 */
export function validateComments(source: TemplateSource, isNative: (opening: string) => boolean): void {
  const { file, path, body, placeOf } = source
  if (!/\.(?:html|txt)$/.test(path)) return
  for (const { 0: written, index } of extractText(source).matchAll(foreignComment)) {
    const opening = written.slice(0, 2)
    if (isNative(opening) || written.includes(liquidOutput.repeat(3))) continue
    const [line = ''] = body.slice(index, index + written.length).split(/\r?\n/)
    report(file, `Unexpected \`${line}\`, expected a comment of Liquid`, {
      ruleId: 'template-comment',
      place: placeOf(index, written.length),
      note: 'Liquid has no such comments: readers would see it as it is written. Write `{% comment %}…{% endcomment %}`.',
    })
  }
}

/** The words that are printed, without styles, scripts and what `{% raw %}` prints for the provider. */
function extractText({ path, text, body, markup }: TemplateSource): string {
  let words = text
  const hide = (offset: number, length: number) => {
    words = words.slice(0, offset) + ' '.repeat(length) + words.slice(offset + length)
  }
  for (const { 0: raw, index } of body.matchAll(/\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw/g))
    hide(index, raw.length)
  if (path.endsWith('.txt')) return words
  for (const { 0: sheet, index } of text.matchAll(/<(style|script)\b[\s\S]*?<\/\1/gi))
    hide(index, sheet.length)
  for (const { offset, text: part, name } of scanHtml(markup)) if (name !== '<%') hide(offset, part.length)
  return words
}

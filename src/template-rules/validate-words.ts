import { VFile } from 'vfile'
import { findLeftovers, introducesTk } from '../checks/readers/find-leftovers.ts'
import { report } from '../diagnostics/report.ts'
import type { Severity } from '../diagnostics/severity.ts'
import { scanHtml } from '../parse/scan-html.ts'
import { findAttributes } from '../parse/tag-attributes.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import type { TemplateSource } from './template-source.ts'

const note =
  'It marks text that was to be filled in before sending, and would be in every email. Replace it with the finished text, or delete it.'

/** Reports markers of unfinished text (`TODO`, lorem ipsum) in the words of a template's file or in `strings.yml`. */
export function validateWords(source: TemplateSource, severity: Severity): void {
  if (source.path === 'strings.yml') validateStrings(source, severity)
  else if (/\.(?:html|txt)$/.test(source.path)) {
    reportLeftovers(source, severity, extractWords(source))
    for (const { text, offset } of extractAttributes(source)) reportLeftovers(source, severity, text, offset)
  }
}

/** The text between tags, at its offsets. Style sheets and comments are no words. */
function extractWords({ path, text, markup }: TemplateSource): string {
  if (path.endsWith('.txt')) return text
  let words = text.replace(/<(style|script)\b[\s\S]*?<\/\1/gi, blank)
  for (const { offset, text: part } of scanHtml(markup))
    words = words.slice(0, offset) + blank(part) + words.slice(offset + part.length)
  return words
}

/** Attributes whose values readers see or hear. */
const wordAttributes = new Set(['alt', 'title', 'aria-label', 'label', 'placeholder', 'summary', 'content'])

function extractAttributes({ path, markup }: TemplateSource): { text: string; offset: number }[] {
  if (!path.endsWith('.html')) return []
  return scanHtml(markup)
    .filter(({ kind, isEnded }) => kind === 'start' && isEnded)
    .flatMap(({ text, offset }) =>
      findAttributes(text)
        .filter(({ name }) => wordAttributes.has(name))
        .map((attribute) => ({ text: attribute.value, offset: offset + attribute.offset })),
    )
}

function reportLeftovers(
  { file, placeOf }: TemplateSource,
  severity: Severity,
  words: string,
  from = 0,
): void {
  for (const { word, start, sure } of findLeftovers(words, { lang: 'en', knowsTk: introducesTk(words) }))
    if (sure)
      report(file, `Unexpected \`${word}\` in a template, expected the finished text`, {
        ruleId: 'template-leftover',
        severity,
        place: placeOf(from + start, word.length),
        note,
      })
}

function validateStrings({ file }: TemplateSource, severity: Severity): void {
  // Its syntax errors are reported already.
  const { value, placeOf } = parseYaml(String(file), new VFile(String(file)))
  for (const [lang, strings] of Object.entries(value ?? {}))
    for (const [key, text] of Object.entries((strings ?? {}) as Record<string, unknown>))
      for (const { word, sure } of findLeftovers(String(text), { lang, knowsTk: false }))
        if (sure)
          report(file, `Unexpected \`${word}\` in the wording, expected the finished text`, {
            ruleId: 'template-leftover',
            severity,
            place: placeOf([lang, key]),
            note,
          })
}

/** Warns of a layout without a doctype, and of an author's own notes in comments that go out with each email. */
export function validateDocument({ file, path, markup, text, placeOf }: TemplateSource): void {
  if (!path.endsWith('.html')) return
  if (path === 'layout.html' && /<html\b/i.test(markup) && !/<!doctype\b/i.test(markup))
    report(file, 'Missing `<!doctype html>` in the layout', {
      ruleId: 'template-doctype',
      severity: 'warning',
      note: 'Without it browsers and some mail clients use the rules of the 1990s, in which sizes and spaces differ. Write it before `<html>`.',
    })
  for (const part of scanHtml(text)) {
    if (part.name !== '<!--' || /^<!--\s*(?:\[if|<!\[)/i.test(part.text)) continue
    if (findLeftovers(part.text, { lang: 'en', knowsTk: false }).every(({ sure }) => !sure)) continue
    report(file, 'Unexpected note in a comment of HTML, expected a comment of Liquid', {
      ruleId: 'template-comment',
      severity: 'warning',
      place: placeOf(part.offset, part.text.length),
      note: 'The comment goes out with every email, where everyone can read it in the source. Write `{% comment %}…{% endcomment %}`.',
    })
  }
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}

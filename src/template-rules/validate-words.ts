import { VFile } from 'vfile'
import { findLeftovers, introducesTk } from '../checks/readers/find-leftovers.ts'
import { report } from '../diagnostics/report.ts'
import { htmlElements } from '../parse/html-elements.ts'
import { scanHtml } from '../parse/scan-html.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import type { TemplateSource } from './template-source.ts'

const note =
  'It marks text that was to be filled in before sending, and would be in every email. Replace it with the finished text, or delete it.'

/** Reports markers of unfinished text (`TODO`, lorem ipsum) in the words of a template's file or in `strings.yml`. */
export function validateWords(source: TemplateSource): void {
  if (source.path === 'strings.yml') validateStrings(source)
  else if (/\.(?:html|txt)$/.test(source.path)) reportLeftovers(source, extractWords(source))
}

/** The text between tags, at its offsets. Style sheets and comments are no words. */
function extractWords({ path, text, markup }: TemplateSource): string {
  if (path.endsWith('.txt')) return text
  let words = text.replace(/<(style|script)\b[\s\S]*?<\/\1/gi, blank)
  for (const { offset, text: part } of scanHtml(markup))
    words = words.slice(0, offset) + blank(part) + words.slice(offset + part.length)
  return words
}

function reportLeftovers({ file, placeOf }: TemplateSource, words: string): void {
  for (const { word, start, sure } of findLeftovers(words, { lang: 'en', knowsTk: introducesTk(words) }))
    if (sure)
      report(file, `Unexpected \`${word}\` in a template, expected the finished text`, {
        ruleId: 'template-leftover',
        place: placeOf(start, word.length),
        note,
      })
}

function validateStrings({ file }: TemplateSource): void {
  // Its syntax errors are reported already.
  const { value, placeOf } = parseYaml(String(file), new VFile(String(file)))
  for (const [lang, strings] of Object.entries(value ?? {}))
    for (const [key, text] of Object.entries((strings ?? {}) as Record<string, unknown>))
      for (const { word, sure } of findLeftovers(String(text), { lang, knowsTk: false }))
        if (sure)
          report(file, `Unexpected \`${word}\` in the wording, expected the finished text`, {
            ruleId: 'template-leftover',
            place: placeOf([lang, key]),
            note,
          })
}

/** Warns of HTML in a template for plaintext, which readers would see as it is written. */
export function validatePlaintext({ file, path, markup, placeOf }: TemplateSource): void {
  if (!path.endsWith('.txt')) return
  for (const { kind, name, text, offset, isEnded } of scanHtml(markup)) {
    const isTag = isEnded && kind !== 'declaration' && htmlElements.has(name)
    if (!isTag && !text.startsWith('<!--')) continue
    report(file, `Unexpected \`${text.split('\n')[0]}\` in a template for plaintext, expected plain words`, {
      ruleId: 'template-plaintext',
      place: placeOf(offset, text.length),
      note: 'Plaintext has no markup: readers would see it as it is written here. Remove it.',
    })
  }
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

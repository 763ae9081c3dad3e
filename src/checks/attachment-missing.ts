import { textBefore } from '../typeset/text-before.ts'
import { defineCheck } from './check.ts'
import { extractAsides } from './readers/extract-asides.ts'
import { extractProse } from './readers/extract-prose.ts'

const documents = 'files?|documents?|pdfs?|spreadsheets?|flyers?|forms?|invoices?|agendas?|brochures?|slides'

/** A part of every phrase in a language: a quick test, which most texts do not pass. */
const stems: Record<string, RegExp> = {
  en: /attach/i,
  de: /anhang|anbei|anlage|angehängte/i,
  fr: /joint/i,
  es: /adjunt/i,
  it: /allegat/i,
  pt: /anex/i,
  nl: /bijlage|bijgevoegd/i,
}

/** Phrases that promise an attachment, by language; those of English are looked for in all of them. */
const phrases: Record<string, RegExp> = {
  en: new RegExp(
    [
      String.raw`\bfind attached\b|\b(?:see|find|open|check|read|view) (?:the )?attach(?:ed|ments?)(?=\s*(?:[.,;:!?)]|$)|\s(?:is|are|for|to this|${documents})\b)`,
      "attached,? (?:please find|you(?:['’]ll| will)? find)",
      String.raw`\b(?:i|we)(?:['’]ve| have)? attached (?:the|an?|our|my|some) (?:\w+ ){0,2}(?:${documents})\b`,
      'attached to this (?:e-?mail|message|mail|newsletter)',
      String.raw`the attached (?:${documents})\b`,
    ].join('|'),
    'giu',
  ),
  de: /\bim anhang (?:finde\w*|seht|siehst|ist|sind|dieser)\b|\b(?:siehe|finde\w*|seht) (?:\p{L}+ ){0,2}(?:im |den )?anhang\b(?!\s+[\p{Lu}\d])|\banbei (?:finde\w*|erhalt\w*|erhältst)\b|\bin der anlage finde\w*|\bangehängte[nrsm]? (?:pdf|datei|dokument|formular)/giu,
  fr: /\bci-joint(?:e|s|es)?\b|\ben pi[èe]ces? jointes?\b|\bvoir (?:la |les )?pi[èe]ces? jointes?\b/giu,
  es: /\b(?:archivo|documento|pdf|fichero)s? adjuntos?\b|\bse adjuntan?\b|\badjunto (?:encontrar|te env|le env|os env|les env)\p{L}*/giu,
  it: /\bin allegato\b|\b(?:file|documento|pdf) allegat[oi]\b/giu,
  pt: /\b(?:segue|seguem|vai|vão|encontr\p{L}*) em anexo\b|\b(?:arquivo|ficheiro|documento|pdf) (?:em anexo|anexado)\b/giu,
  nl: /\bin de bijlage (?:vind|staat|staan|zit)\p{L}*|\bbijgevoegde? (?:bestand|document|pdf)/giu,
}

export const attachmentMissing = defineCheck({
  name: 'attachment-missing',
  summary: 'The text promises no attachment.',
  note: 'Issuepress attaches no files, and providers of newsletters send none, so that readers would look for it in vain. Put the file on the web and link to it: `[the PDF](https://…)`.',
  level: 'warning',
  run(context, report) {
    const languages = new Set(['en', context.matter.lang.slice(0, 2).toLowerCase()])
    for (const { text, place } of [...extractProse(context), ...extractAsides(context)])
      for (const language of languages)
        for (const { 0: phrase, index } of findPhrases(text, language))
          if (!isQuoted(text, index))
            report(`Unexpected \`${phrase}\` in an email without attachments, expected a link`, {
              at: place(index, index + phrase.length),
            })
  },
})

function findPhrases(text: string, language: string): Iterable<RegExpExecArray> {
  const [stem, pattern] = [stems[language], phrases[language]]
  return stem && pattern && stem.test(text) ? text.matchAll(pattern) : []
}

function isQuoted(text: string, index: number): boolean {
  return /["“„«‘‚]\p{L}*\s?$/u.test(textBefore(text, index, 100))
}

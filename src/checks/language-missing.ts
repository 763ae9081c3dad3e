import type { Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { findElement } from '../hast/find-element.ts'
import { expectedLanguageTag, isLanguageTag } from '../language-tag.ts'
import { defineCheck } from './check.ts'

/** Scripts that a language in Latin letters does not use, by the names that messages give them. */
const scripts: Record<string, RegExp> = {
  Arabic: /\p{Script=Arabic}/gu,
  'Chinese or Japanese': /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Greek: /\p{Script=Greek}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Korean: /\p{Script=Hangul}/gu,
  Thai: /\p{Script=Thai}/gu,
}

export const languageMissing = defineCheck({
  name: 'language-missing',
  summary: 'The HTML declares the language that it is written in.',
  note: 'Screen readers choose their voice by the language, and clients offer to translate a text in another one (WCAG 2.2, 3.1.1). Write the language into the front matter or the config, such as `lang: de`; a template prints it: `<html lang="{{ issue.lang }}">`.',
  level: 'warning',
  run({ document, matter, tree, entry }, report) {
    const html = findElement(document, 'html')
    const lang = String(html?.properties.lang ?? '').trim()
    const isFromIssue = matter.lang !== '' && lang === matter.lang
    if (lang === '') report('Missing `lang` on `<html>`', { at: html })
    else if (!isLanguage(lang))
      report(`Unexpected language \`${lang}\` of \`<html>\`, expected ${expectedLanguageTag(lang)}`, {
        at: isFromIssue ? entry('lang') : html,
      })
    else {
      const script = findForeignScript(tree, lang)
      if (script)
        report(`Unexpected language \`${lang}\` of a text in ${script} script`, {
          at: isFromIssue ? entry('lang') : html,
        })
    }
  },
})

function isLanguage(lang: string): boolean {
  return isLanguageTag(lang) && !/^(?:und|mul|mis|zxx)\b/i.test(Intl.getCanonicalLocales(lang)[0] ?? 'und')
}

/** The script of most of the text's letters, if the language is written in Latin letters and the text is not. */
function findForeignScript(tree: Root, lang: string): string | undefined {
  if (new Intl.Locale(lang).maximize().script !== 'Latn') return undefined
  const text = toText(tree)
  const letters = (text.match(/[\p{L}\p{M}]/gu) ?? []).length
  return Object.keys(scripts).find((name) => {
    const count = (text.match(scripts[name] as RegExp) ?? []).length
    return count >= 20 && count > letters / 2
  })
}

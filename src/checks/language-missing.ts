import type { Nodes, Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { findElement } from '../hast/find-element.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { expectedLanguageTag, findCjkLanguage, isLanguageTag } from '../language-tag.ts'
import { memoizeText } from '../memoize-text.ts'
import { countCjk, detectCjkLanguage } from '../typeset/detect-cjk-language.ts'
import { defineCheck } from './check.ts'

/** Scripts that a language in Latin letters does not use, by the names that messages give them. */
const scripts: Record<string, RegExp> = {
  Arabic: /\p{Script=Arabic}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Greek: /\p{Script=Greek}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Thai: /\p{Script=Thai}/gu,
}

const anyScript = new RegExp(
  Object.values(scripts)
    .map(({ source }) => source)
    .join('|'),
  'u',
)

const languageNames = {
  ja: 'Japanese',
  ko: 'Korean',
  zh: 'Chinese',
  'zh-Hans': 'simplified Chinese',
  'zh-Hant': 'traditional Chinese',
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
      const written = findCjkLanguage(lang) ? undefined : detectWrittenLanguage(tree)
      const script = findForeignScript(tree, lang)
      if (written)
        report(
          `Unexpected language \`${lang}\` of a text in ${languageNames[written]}, expected \`${written}\``,
          {
            at: isFromIssue ? entry('lang') : html,
            note: `Screen readers choose their voice by the language, clients their fonts, and they offer to translate a text in another one (WCAG 2.2, 3.1.1). Write \`lang: ${written}\` into the front matter or the config.`,
          },
        )
      else if (script)
        report(`Unexpected language \`${lang}\` of a text in ${script} script`, {
          at: isFromIssue ? entry('lang') : html,
        })
    }
  },
})

/** The language is mostly that of the issue before, and `Intl` takes long. */
const isLanguage = memoizeText(
  (lang) =>
    isLanguageTag(lang) && !/^(?:und|mul|mis|zxx)\b/i.test(Intl.getCanonicalLocales(lang)[0] ?? 'und'),
  50,
)

const isInLatinLetters = memoizeText((lang) => new Intl.Locale(lang).maximize().script === 'Latn', 50)

/** Letters below which a text may be a quotation. */
const minLetters = 20

/** Every letter of Chinese, Japanese and Korean is in these ranges, with others; a quick test. */
const wideLetter = /[\u02ea\u02eb\u1100-\u11ff\u2e80-\udfff\uf900-\uffff]/

/**
 * The language of a text in Chinese, Japanese or Korean. Names in Latin letters may be longer than the text around them, so
 * that its letters are compared with words, and most of its paragraphs have to be in that language.
 */
function detectWrittenLanguage(tree: Root): keyof typeof languageNames | undefined {
  const paragraphs = extractParagraphs(tree)
  const text = paragraphs.join('\n')
  if (!wideLetter.test(text)) return undefined
  const { letters, otherWords } = countCjk(text)
  if (letters < minLetters || letters <= otherWords) return undefined
  const written = paragraphs.filter((paragraph) => countCjk(paragraph).letters > 0)
  const others = paragraphs.filter((paragraph) => /\p{L}/u.test(paragraph)).length - written.length
  // A newsletter in two languages has as many paragraphs of each.
  if (written.length <= 2 * others) return undefined
  return detectCjkLanguage(written.join('\n'), { evidence: 10 })
}

/** The texts of the headings, paragraphs and cells, without code. */
function extractParagraphs(tree: Root): string[] {
  const paragraphs: string[] = []
  walkTree<Nodes>(tree, (block) => {
    if (!['paragraph', 'heading', 'tableCell'].includes(block.type)) return
    let text = ''
    walkTree<Nodes>(block, (node) => {
      if (node.type === 'text') text += node.value
    })
    paragraphs.push(text)
  })
  return paragraphs
}

/** The script of most of the text's letters, if the language is written in Latin letters and the text is not. */
function findForeignScript(tree: Root, lang: string): string | undefined {
  if (!isInLatinLetters(lang)) return undefined
  const text = toText(tree)
  if (!anyScript.test(text)) return undefined
  const letters = (text.match(/[\p{L}\p{M}]/gu) ?? []).length
  return Object.keys(scripts).find((name) => {
    const count = (text.match(scripts[name] as RegExp) ?? []).length
    return count >= minLetters && count > letters / 2
  })
}

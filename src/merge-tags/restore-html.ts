import { startTag } from '../hast/start-tag.ts'
import { hasToken, token } from '../private-use.ts'
import { escapeMarkup } from './escape-markup.ts'
import { type AttributeFault, addressAttribute, type FindAttributeFault } from './find-attribute-fault.ts'
import { isOtherStartTag } from './scan-start-tag.ts'
import type { FormContext } from './tag-forms.ts'

const attribute = /(\s[a-z][\w:.-]*\s*=\s*)("[^"]*"|'[^']*')/gi

/** A merge tag that HTML would not read as a part of the attribute it is in. */
export interface MisplacedTag {
  kind: AttributeFault | 'quote'
  /** The token of the tag. */
  token: string
  /** The start tag with tokens, and its source marker if it has one. */
  startTag: string
}

/** What restoring needs: how a part is restored, what is wrong with an attribute, and who hears of misplaced tags. */
export interface HtmlRestorer {
  restore(text: string, context: FormContext): string
  findFault: FindAttributeFault
  reportMisplaced?(misplaced: MisplacedTag): void
}

/**
 * Restores the tokens of a finished document, in the form of each context: text, attributes, addresses. A tag that would
 * end its attribute, or make an address or a style of it that runs something, goes out escaped or not at all.
 * @param html the document, with merge tags as tokens
 */
export function restoreHtml(html: string, restorer: HtmlRestorer): string {
  const { restore } = restorer
  let end = 0
  let restored = ''
  for (const match of html.matchAll(startTag)) {
    const tag = match[0]
    restored += restore(html.slice(end, match.index), 'text')
    restored += hasToken(tag) ? restoreTag(tag, restorer) : restore(tag, 'attribute')
    end = match.index + tag.length
  }
  return restored + restore(html.slice(end), 'text')
}

/** Finds the tags that HTML would not read as a part of the attribute they are in, and that are not restored as they are. */
export function findMisplaced(html: string, restorer: HtmlRestorer): MisplacedTag[] {
  const misplaced: MisplacedTag[] = []
  const reporting = { ...restorer, reportMisplaced: (each: MisplacedTag) => void misplaced.push(each) }
  for (const [tag] of html.matchAll(startTag)) if (hasToken(tag)) restoreTag(tag, reporting)
  return misplaced
}

function restoreTag(written: string, restorer: HtmlRestorer): string {
  // An engine that skips the text between two tags can begin in an attribute and end before this `<`.
  const tag = `<${written.slice(1).replace(/<(?=[a-z/!?])/gi, '&lt;')}`
  const safe = tag.replace(attribute, (whole, name: string, value: string) => {
    const fault = hasToken(value) ? restorer.findFault(name, value.slice(1, -1)) : undefined
    if (!fault) return whole
    for (const found of value.match(token) ?? [])
      restorer.reportMisplaced?.({ kind: fault, token: found, startTag: written })
    return name + value.replace(token, '').replace(/^(["'])[\s\S]*$/, fault === 'logic' ? '$&' : '$1$1')
  })
  const restored = restoreValues(safe, restorer.restore)
  if (!isOtherStartTag(safe, restored)) return restored
  const breaking = (safe.match(token) ?? []).filter((found) => /["'>]/.test(restorer.restore(found, 'seen')))
  for (const found of breaking) restorer.reportMisplaced?.({ kind: 'quote', token: found, startTag: written })
  return safe.replace(token, (found) =>
    escapeMarkup(restorer.restore(found, 'seen')).replaceAll("'", '&#39;'),
  )
}

function restoreValues(tag: string, restore: HtmlRestorer['restore']): string {
  const inner = tag.replace(attribute, (_, name: string, value: string) => {
    // The form for attributes is one for double quotes.
    if (value.startsWith("'")) return name + restore(value, 'text')
    return name + restore(value, addressAttribute.test(name) ? 'url' : 'attribute')
  })
  return restore(inner, 'attribute')
}

import { escapeMarkup } from '../merge-tags/escape-markup.ts'
import type { Literals } from '../merge-tags/literals.ts'
import type { TagForms } from '../merge-tags/tag-forms.ts'
import { escapePattern } from '../merge-tags/tag-pattern.ts'
import { maskCharacter } from '../private-use.ts'
import type { Target } from '../targets/target.ts'
import { createFillPattern } from './fill-pattern.ts'

/** What opens or closes a tag could make one with what stands far from it. */
const halves = /\{\{+|\}\}+|\{[%$]|%\}|\*\||\|\*/.source

/**
 * For a test send, whose tags we fill in ourselves: what only looks like one, as a code sample does, is veiled until that
 * is done, and stands there as it was written then.
 * @param target the ESP whose tags are filled in
 */
export function createSampleLiterals(target: Target | undefined): Literals {
  const { source, flags } = createFillPattern(target)
  const ends = (target?.dialects ?? []).flatMap(({ open, close }) => [open, close])
  const own = ends.filter((end) => end.length > 1).map((end) => `|${escapePattern(end)}`)
  return {
    pattern: new RegExp(`${source}|${halves}${own.join('')}`, flags),
    createMatchForms: toForms,
    createTextForms: toForms,
  }
}

/** A text whose tags were filled in, the rest as it was written. */
export function unmask(text: string): string {
  return text.replaceAll(maskCharacter, '')
}

function toForms(seen: string): TagForms {
  const text = toVeiled(escapeMarkup(seen))
  const plain = toVeiled(seen)
  return {
    text,
    attribute: text,
    url: text,
    plaintext: plain,
    subject: plain,
    seen,
    source: seen,
    words: seen,
  }
}

function toVeiled(text: string): string {
  return [...text].map((character) => character + maskCharacter).join('')
}

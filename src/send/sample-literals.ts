import { escapeMarkup } from '../merge-tags/escape-markup.ts'
import type { Literals } from '../merge-tags/literals.ts'
import type { TagForms } from '../merge-tags/tag-forms.ts'
import { escapePattern } from '../merge-tags/tag-pattern.ts'
import { maskCharacter } from '../private-use.ts'
import type { Target } from '../targets/target.ts'
import { createFillPattern } from './fill-pattern.ts'

/** Delimiters of tags, which could form a tag with another delimiter far away. */
const halves = /\{\{+|\}\}+|\{[%$]|%\}|\*\||\|\*/.source

/**
 * Creates the literals of a test send, where tags are filled in locally: text that only looks like a tag, such as a code
 * sample, is masked until that is done, and then restored.
 * @param target the ESP that the email is for
 */
export function createSampleLiterals(target: Target | undefined): Literals {
  const { source, flags } = createFillPattern(target)
  const ends = (target?.dialects ?? []).flatMap(({ open, close }) => [open, close])
  const own = ends.filter((end) => end.length > 1).map((end) => `|${escapePattern(end)}`)
  return {
    pattern: new RegExp(`${source}|${halves}${own.join('')}`, flags),
    createMatchForms: createForms,
    createTextForms: createForms,
  }
}

/** Restores masked text after the tags were filled in. */
export function unmask(text: string): string {
  return text.replaceAll(maskCharacter, '')
}

function createForms(literal: string): TagForms {
  const text = maskText(escapeMarkup(literal))
  const plain = maskText(literal)
  return {
    text,
    attribute: text,
    url: text,
    plaintext: plain,
    subject: plain,
    seen: literal,
    source: literal,
    words: literal,
  }
}

function maskText(text: string): string {
  return [...text].map((character) => character + maskCharacter).join('')
}

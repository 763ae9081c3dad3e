import { escapeMarkup } from '../merge-tags/escape-markup.ts'
import type { Literals } from '../merge-tags/literals.ts'
import type { TagForms } from '../merge-tags/tag-forms.ts'
import type { Target } from './target.ts'

/**
 * Resolves how text that only looks like a merge tag is escaped for a target. Without a `literal` it stays as it is.
 */
export function resolveLiterals({ literal }: Pick<Target, 'literal'>): Literals {
  if (!literal)
    return {
      createMatchForms: (found) => createForms(found, escapeMarkup(found)),
      createTextForms: createPlainForms,
    }
  const { pattern, write } = literal
  const createMatchForms = (found: string): TagForms =>
    createForms(found, write(found, 'html'), write(found, 'attribute'), write(found, 'plaintext'))
  return {
    pattern,
    createMatchForms,
    createTextForms(text) {
      const [html = '', attribute = '', plaintext = ''] = (['html', 'attribute', 'plaintext'] as const).map(
        (context) => writeAll(text, pattern, (found) => write(found, context), context !== 'plaintext'),
      )
      return createForms(text, html, attribute, plaintext)
    },
  }
}

function createPlainForms(text: string): TagForms {
  return createForms(text, escapeMarkup(text))
}

function createForms(seen: string, html: string, attribute = html, plaintext = seen): TagForms {
  return {
    text: html,
    attribute,
    url: attribute,
    plaintext,
    subject: plaintext,
    seen,
    source: seen,
    words: seen,
  }
}

function writeAll(text: string, pattern: RegExp, write: (found: string) => string, isHtml: boolean): string {
  const between = isHtml ? escapeMarkup : (part: string) => part
  let end = 0
  let written = ''
  for (const { 0: found, index } of text.matchAll(pattern)) {
    written += between(text.slice(end, index)) + write(found)
    end = index + found.length
  }
  return written + between(text.slice(end))
}
